package dev.ingot.core.engine;

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
 */
public record SampleRequest(Asset asset, Optional<PartitionKey> partition, int limit, boolean rejected) {}
