package dev.ingot.bronze.landing;

import dev.ingot.core.storage.FileSet;
import java.util.Map;

/**
 * What has just landed.
 *
 * @param files the set in force from now on
 * @param rows how many rows each of its files has, by file name, headers left out
 */
public record LandedSet(FileSet files, Map<String, Long> rows) {
    public LandedSet {
        rows = Map.copyOf(rows);
    }
}
