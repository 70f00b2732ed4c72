package dev.ingot.core.engine.executor;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.partition.PartitionKey;
import java.util.Optional;

/**
 * Which rows somebody wants to see.
 *
 * @param asset of which asset
 * @param partition of which partition; all of them when absent
 * @param limit at most so many
 * @param rejected the rejected rows instead of the good ones
 * @param staged instead of what is committed, what a run computed and a check kept from being committed: the run as somebody
 *     names it, see {@link StagedSteps}
 */
public record SampleRequest(
        Asset asset, Optional<PartitionKey> partition, int limit, boolean rejected, Optional<String> staged) {
    /** Of committed rows. */
    public SampleRequest(Asset asset, Optional<PartitionKey> partition, int limit, boolean rejected) {
        this(asset, partition, limit, rejected, Optional.empty());
    }
}
