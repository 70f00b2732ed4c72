package dev.ingot.spark.history;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.spark.lake.Location;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What lies below a place, by its name within it. */
record Listing(Location place) {
    List<ObjectInfo> objects() {
        try {
            return place.store().list(place.path());
        } catch (IOException e) {
            throw StorageErrors.unreadable(place.toString(), e);
        }
    }

    String name(ObjectInfo object) {
        return object.path().text().substring(place.path().text().length() + 1);
    }

    Set<String> names() {
        return objects().stream().map(this::name).collect(Collectors.toSet());
    }

    /** The folders in which objects lie. */
    Set<String> folders() {
        return names().stream()
                .filter(name -> name.indexOf('/') > 0)
                .map(name -> name.substring(0, name.indexOf('/')))
                .collect(Collectors.toSet());
    }
}
