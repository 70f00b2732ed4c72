package dev.ingot.core.staleness;

import dev.ingot.core.partition.KeySpace;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The alignments that were needed so far: thousands of assets share a few spaces of keys. Thread-safe. */
final class Alignments {
    private final Map<Ends, Alignment> known = new ConcurrentHashMap<>();

    /** Spaces that number alike may end at different keys. */
    private record Ends(Object from, int fromSize, Object to, int toSize) {}

    Alignment of(KeySpace from, KeySpace to) {
        Ends ends = new Ends(from.numbering(), from.size(), to.numbering(), to.size());
        return known.computeIfAbsent(ends, any -> Alignment.of(from, to));
    }
}
