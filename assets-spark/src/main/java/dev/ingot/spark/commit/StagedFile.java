package dev.ingot.spark.commit;

import java.util.Map;

/**
 * A file that a step has written and not committed.
 *
 * @param path from the table's folder, encoded as an URI
 * @param partition the texts of the partition columns; a column without one is absent
 * @param rows how many rows are in it
 * @param bytes its size
 */
public record StagedFile(String path, Map<String, String> partition, long rows, long bytes) {
    public StagedFile {
        partition = Map.copyOf(partition);
    }
}
