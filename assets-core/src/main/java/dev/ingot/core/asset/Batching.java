package dev.ingot.core.asset;

/**
 * How many slices of an asset one step takes at most; 0 is no limit. A single slice is never divided.
 *
 * @param maxBytes what is expected to be written, in bytes
 * @param maxPartitions how many slices
 */
public record Batching(long maxBytes, int maxPartitions) {
    private static final Batching UNLIMITED = new Batching(0, 0);

    public Batching {
        if (maxBytes < 0 || maxPartitions < 0) {
            throw AssetErrors.negativeBatch(maxBytes, maxPartitions);
        }
    }

    public static Batching unlimited() {
        return UNLIMITED;
    }

    public static Batching ofBytes(long maxBytes) {
        return new Batching(maxBytes, 0);
    }

    public static Batching ofPartitions(int maxPartitions) {
        return new Batching(0, maxPartitions);
    }

    /** An asset's own limits beside those of a request: its own size wins, and the smaller number of slices. */
    public Batching within(Batching request) {
        int partitions = maxPartitions == 0 || request.maxPartitions == 0
                ? Math.max(maxPartitions, request.maxPartitions)
                : Math.min(maxPartitions, request.maxPartitions);
        return new Batching(maxBytes == 0 ? request.maxBytes : maxBytes, partitions);
    }
}
