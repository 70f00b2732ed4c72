package dev.ingot.bronze.landing;

import dev.ingot.core.storage.FileSet;
import java.util.Map;

/**
 * What has just landed.
 *
 * @param files the set in force from now on
 * @param rows how many rows its files have, by file name, headers left out; of files that nobody here reads there is none
 */
public record LandedSet(FileSet files, Map<String, Long> rows) {
    public LandedSet {
        rows = Map.copyOf(rows);
    }
}
