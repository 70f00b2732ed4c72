package dev.ingot.core.testing;

import dev.ingot.core.partition.DimensionMapping;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import java.util.Random;

/** Mappings by the calendar, and by the dimensions of what is crossed. */
public final class RandomMappings {
    private RandomMappings() {}

    /** One that fits; where nothing else does, all partitions are needed. */
    public static PartitionMapping between(Partitioning upstream, Partitioning downstream, Random random) {
        boolean crossed = upstream.columns().size() + downstream.columns().size() > 2;
        PartitionMapping chosen =
                crossed ? dimensions(upstream, downstream, random) : single(upstream, downstream, random);
        return chosen.problem(upstream, downstream).isEmpty() ? chosen : PartitionMapping.all();
    }

    private static PartitionMapping dimensions(Partitioning upstream, Partitioning downstream, Random random) {
        DimensionMapping all = PartitionMapping.dimensions();
        for (Partitioning theirs : upstream.dimensions()) {
            for (Partitioning own : downstream.dimensions()) {
                boolean windows = theirs instanceof TimeWindows && own instanceof TimeWindows;
                if (windows || theirs.equals(own) && theirs.isPartitioned() && random.nextInt(5) > 0) {
                    all = all.map(theirs.columns().get(0), own.columns().get(0), single(theirs, own, random));
                }
            }
        }
        return all;
    }

    private static PartitionMapping single(Partitioning upstream, Partitioning downstream, Random random) {
        PartitionMapping offset = PartitionMapping.offset(-random.nextInt(3), random.nextInt(2));
        if (random.nextBoolean() && offset.problem(upstream, downstream).isEmpty()) {
            return offset;
        }
        return upstream instanceof TimeWindows ? PartitionMapping.overlapping() : PartitionMapping.identity();
    }
}
