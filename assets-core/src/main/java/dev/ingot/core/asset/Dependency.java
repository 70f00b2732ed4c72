package dev.ingot.core.asset;

import dev.ingot.core.partition.PartitionMapping;

/** One input of an asset, and which of its partitions each of the asset's own partitions needs. */
public record Dependency(AssetKey upstream, PartitionMapping mapping) {}
