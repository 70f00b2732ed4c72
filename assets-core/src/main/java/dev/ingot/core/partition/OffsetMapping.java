package dev.ingot.core.partition;

import dev.ingot.core.partition.bits.Runs;
import java.util.List;
import java.util.Optional;

/**
 * See {@link PartitionMapping#offset}.
 *
 * @param from the first that is needed, counted from the one of the same key
 * @param to the last, included
 */
record OffsetMapping(int from, int to) implements PartitionMapping {
    OffsetMapping {
        if (from > to) {
            throw PartitionErrors.offsetBackwards(from, to);
        }
    }

    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        return downstream.isWhole() ? sides.upstream().keys() : upstreamOf(PartitionSet.of(List.of(downstream)), sides);
    }

    @Override
    public PartitionSet upstreamOf(PartitionSet downstream, Sides sides) {
        KeySpace places = places(sides.upstream());
        KeySpace own = sides.downstream().partitioning() instanceof TimeWindows ? places(sides.downstream()) : places;
        return moved(downstream.in(own), places, from, to).in(sides.upstream().keys());
    }

    @Override
    public PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
        KeySpace places = places(sides.upstream());
        KeySpace own = sides.downstream().partitioning() instanceof TimeWindows ? places(sides.downstream()) : places;
        return moved(upstream.in(places), own, -(long) to, -(long) from)
                .in(sides.downstream().keys());
    }

    /** Windows have a place even where they do not exist; other keys are counted among those that the upstream asset has. */
    private static KeySpace places(Side side) {
        return side.partitioning() instanceof TimeWindows windows
                ? windows.allKeys()
                : side.keys().toSpace();
    }

    private static PartitionSet moved(PartitionSet keys, KeySpace there, long first, long last) {
        int shift = keys.space().shift(there).orElseThrow(() -> new IllegalStateException("windows not in step"));
        return PartitionSet.of(there, Runs.around(keys.ordinals(), shift + first, shift + last, there.size()));
    }

    @Override
    public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        if (upstream.columns().size() != 1 || downstream.columns().size() != 1) {
            return Optional.of("an offset needs one dimension on both sides; for several, use dimensions()");
        }
        if (upstream instanceof TimeWindows theirs && downstream instanceof TimeWindows own) {
            return theirs.series().isInStepWith(own.series())
                    ? Optional.empty()
                    : Optional.of(
                            "an offset needs windows that begin together, not " + upstream + " and " + downstream);
        }
        return upstream instanceof TimeWindows || downstream instanceof TimeWindows
                ? Optional.of(
                        "an offset needs time windows on both sides or on none, not " + upstream + " and " + downstream)
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "offset(" + from + ", " + to + ")";
    }
}
