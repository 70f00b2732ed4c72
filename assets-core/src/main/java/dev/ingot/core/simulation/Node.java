package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;

/**
 * An asset of the invented project.
 *
 * @param number its place in the project, from 0
 * @param keys its partitions, all of their space
 * @param inputs what it reads
 */
record Node(int number, AssetSpec spec, PartitionSet keys, List<Input> inputs) {
    /** One input, by its node's number. */
    record Input(int upstream, PartitionMapping mapping, Sides sides) {}

    AssetKey key() {
        return spec.key();
    }

    int ordinal(PartitionKey slice) {
        return keys.space().ordinal(slice);
    }
}
