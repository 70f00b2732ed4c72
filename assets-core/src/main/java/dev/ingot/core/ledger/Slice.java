package dev.ingot.core.ledger;

import dev.ingot.core.partition.PartitionKey;
import java.util.Map;

/**
 * One slice as a materialization left it.
 *
 * @param partition which one
 * @param dataVersion a fingerprint of its content: equal content, equal version, whatever the order, store or cluster
 * @param rows good rows in it
 * @param rejected rows that were rejected on the way to it
 * @param bytes its size where it is stored; 0 if that is not known
 * @param inputs what it was made from: by upstream key, or {@code landing:file}, the fingerprint of what was read
 */
public record Slice(
        PartitionKey partition, String dataVersion, long rows, long rejected, long bytes, Map<String, String> inputs) {
    public Slice {
        inputs = Map.copyOf(inputs);
    }

    /** A slice of unknown size. */
    public Slice(PartitionKey partition, String dataVersion, long rows, long rejected, Map<String, String> inputs) {
        this(partition, dataVersion, rows, rejected, 0, inputs);
    }
}
