package dev.ingot.core.partition;

import dev.ingot.core.partition.bits.Runs;
import dev.ingot.core.partition.window.TimeWindow;
import dev.ingot.core.partition.window.WindowSeries;
import java.util.List;
import java.util.Optional;
import org.roaringbitmap.RoaringBitmap;

/** See {@link PartitionMapping#overlapping}. */
enum OverlappingMapping implements PartitionMapping {
    INSTANCE;

    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        return downstream.isWhole() ? sides.upstream().keys() : upstreamOf(PartitionSet.of(List.of(downstream)), sides);
    }

    @Override
    public PartitionSet upstreamOf(PartitionSet downstream, Sides sides) {
        return across(downstream, sides.downstream(), sides.upstream());
    }

    @Override
    public PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
        return across(upstream, sides.upstream(), sides.downstream());
    }

    /** A run of windows is one period, whatever it is made of. */
    private static PartitionSet across(PartitionSet keys, Side side, Side other) {
        TimeWindows here = windows(side);
        WindowSeries there = windows(other).series();
        RoaringBitmap numbers = new RoaringBitmap();
        Runs.forEach(keys.in(here.allKeys()).ordinals(), (from, to) -> {
            TimeWindow period = new TimeWindow(
                    here.series().window(from).start(),
                    here.series().window(to - 1).end());
            Runs.add(numbers, there.from(period), there.to(period), Integer.MAX_VALUE);
        });
        return PartitionSet.of(windows(other).allKeys(), numbers).in(other.keys());
    }

    private static TimeWindows windows(Side side) {
        if (side.partitioning() instanceof TimeWindows windows) {
            return windows;
        }
        throw new IllegalStateException("no time windows: " + side.partitioning());
    }

    @Override
    public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        return upstream instanceof TimeWindows && downstream instanceof TimeWindows
                ? Optional.empty()
                : Optional.of("overlapping needs time windows on both sides, not " + upstream + " and " + downstream);
    }

    @Override
    public String toString() {
        return "overlapping";
    }
}
