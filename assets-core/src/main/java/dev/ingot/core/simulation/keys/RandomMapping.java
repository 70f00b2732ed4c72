package dev.ingot.core.simulation.keys;

import dev.ingot.core.partition.DimensionMapping;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import java.util.Random;

/** Invents what the partitions of one asset need of those of another. */
public final class RandomMapping {
    private RandomMapping() {}

    public static PartitionMapping of(Random random, Partitioning upstream, Partitioning own) {
        int chance = random.nextInt(10);
        if (upstream.equals(own) && chance < 4) {
            return PartitionMapping.identity();
        }
        PartitionMapping chosen = chance < 7 ? followed(random, upstream, own) : free(random, upstream, chance);
        return chosen.problem(upstream, own).isEmpty() ? chosen : new Stretch(random.nextInt(3));
    }

    /** What goes with any partitions. */
    private static PartitionMapping free(Random random, Partitioning upstream, int chance) {
        if (chance == 7) {
            return PartitionMapping.all();
        }
        PartitionSet keys = upstream.stated(RandomKeys.FACTS).orElseThrow();
        return chance == 8
                ? PartitionMapping.specific(PartitionSet.span(keys.space(), 0, 1 + random.nextInt(keys.size())))
                : new Stretch(random.nextInt(3));
    }

    /** By the calendar, where there is one; dimension by dimension, where there are several. */
    private static PartitionMapping followed(Random random, Partitioning upstream, Partitioning own) {
        if (upstream.dimensions().size() == 1 && own.dimensions().size() == 1) {
            return single(random, upstream, own);
        }
        DimensionMapping all = PartitionMapping.dimensions();
        for (Partitioning theirs : upstream.dimensions()) {
            for (Partitioning mine : own.dimensions()) {
                boolean windows = theirs instanceof TimeWindows && mine instanceof TimeWindows;
                if (windows || theirs.equals(mine)) {
                    String column = theirs.columns().get(0);
                    all = all.map(column, mine.columns().get(0), single(random, theirs, mine));
                }
            }
        }
        return all;
    }

    private static PartitionMapping single(Random random, Partitioning upstream, Partitioning own) {
        if (!(upstream instanceof TimeWindows) || !(own instanceof TimeWindows)) {
            return upstream.equals(own) ? PartitionMapping.identity() : PartitionMapping.lookback(1);
        }
        PartitionMapping offset = PartitionMapping.offset(-1 - random.nextInt(2), random.nextInt(2) - 1);
        return random.nextBoolean() && offset.problem(upstream, own).isEmpty()
                ? offset
                : PartitionMapping.overlapping();
    }
}
