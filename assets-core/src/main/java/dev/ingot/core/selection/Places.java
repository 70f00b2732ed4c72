package dev.ingot.core.selection;

import dev.ingot.core.error.IngotException;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the parts of an expression stand in its text, to point at one that turns out to mean nothing. */
final class Places {
    private final String text;
    /** By identity: equal parts stand in several places. */
    private final IdentityHashMap<Selection, Integer> positions = new IdentityHashMap<>();

    Places(String text) {
        this.text = text;
    }

    static Places none() {
        return new Places("");
    }

    void put(Selection part, int position) {
        positions.put(part, position);
    }

    /** The same failure with a mark at the part; as it is where nobody knows the part's place. */
    IngotException marked(Selection part, IngotException failure) {
        Integer position = positions.get(part);
        return position == null ? failure : SelectionErrors.beside(SelectionErrors.marked(text, position), failure);
    }

    /** The text with a mark at the first place where a range stands. */
    Optional<String> mark(Range range) {
        return positions.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof Selection.AtPartitions at
                        && at.partitions().symbolic().contains(range))
                .map(Map.Entry::getValue)
                .min(Integer::compare)
                .map(position -> SelectionErrors.marked(text, position));
    }
}
