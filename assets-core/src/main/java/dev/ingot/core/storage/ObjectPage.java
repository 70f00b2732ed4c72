package dev.ingot.core.storage;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list of objects.
 *
 * @param objects in the order of their paths
 * @param next where the following page begins, for the store that made this one and for nobody else; empty at the end
 */
public record ObjectPage(List<ObjectInfo> objects, Optional<String> next) {
    /** How many objects a page may have. */
    public static final int MOST = 1000;

    public ObjectPage {
        objects = List.copyOf(objects);
    }

    /** The page of an ordered list that begins behind the object of that name. */
    static ObjectPage of(List<ObjectInfo> all, Optional<String> behind, int most) {
        if (most < 1 || most > MOST) {
            throw new IllegalArgumentException("not the size of a page: " + most);
        }
        List<ObjectInfo> rest = behind.map(ObjectPath::of)
                .map(last -> all.stream()
                        .filter(info -> info.path().compareTo(last) > 0)
                        .toList())
                .orElse(all);
        if (rest.size() <= most) {
            return new ObjectPage(rest, Optional.empty());
        }
        return new ObjectPage(
                rest.subList(0, most), Optional.of(rest.get(most - 1).path().text()));
    }
}
