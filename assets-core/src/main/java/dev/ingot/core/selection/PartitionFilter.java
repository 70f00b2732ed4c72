package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which partitions of an asset are meant: all of them, ranges of keys that need not be known yet, or exactly these. Prints as
 * {@code 1996..1998|2001}, with several dimensions as {@code 1996..1998~fi|2001~*}. Immutable.
 */
public final class PartitionFilter {
    private static final PartitionFilter EVERYTHING = new PartitionFilter(List.of(), Optional.empty());

    private final List<Range> ranges;
    private final Optional<PartitionSet> exact;

    private PartitionFilter(List<Range> ranges, Optional<PartitionSet> exact) {
        this.ranges = List.copyOf(ranges);
        this.exact = exact;
    }

    public static PartitionFilter everything() {
        return EVERYTHING;
    }

    /** Exactly these; at least one. */
    public static PartitionFilter of(PartitionSet keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no partition is meant");
        }
        return new PartitionFilter(List.of(), Optional.of(keys));
    }

    /** What lies in one of these ranges; at least one. */
    public static PartitionFilter of(List<Range> ranges) {
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("no partition is meant");
        }
        return new PartitionFilter(ranges, Optional.empty());
    }

    /**
     * Reads {@code A}, {@code A..B}, and several of them between commas or bars.
     *
     * @throws dev.ingot.core.error.IngotException if the text is none of these
     */
    public static PartitionFilter parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split("[,|]", -1)) {
            ranges.add(Range.parse(part, text));
        }
        return of(ranges);
    }

    public boolean isEverything() {
        return ranges.isEmpty() && exact.isEmpty();
    }

    /** Whether every key is named, so that nobody has to know which ones lie between two others. */
    public boolean namesEach() {
        return !isEverything() && ranges.stream().allMatch(Range::isSingle);
    }

    /** The keys that are named one by one. */
    public PartitionSet named() {
        return exact.orElseGet(() -> PartitionSet.of(
                ranges.stream().filter(Range::isSingle).map(Range::single).toList()));
    }

    public boolean contains(PartitionKey key) {
        return isEverything()
                || exact.map(keys -> keys.contains(key))
                        .orElseGet(() -> ranges.stream().anyMatch(range -> range.contains(key)));
    }

    /** Those that are meant, of these. */
    public PartitionSet among(PartitionSet known) {
        if (isEverything()) {
            return known;
        }
        return exact.map(known::intersect)
                .orElseGet(() -> ranges.stream()
                        .map(range -> range.among(known))
                        .reduce(PartitionSet.empty(), PartitionSet::union));
    }

    /** What either means. */
    public PartitionFilter or(PartitionFilter other) {
        if (isEverything() || other.isEverything()) {
            return EVERYTHING;
        }
        if (exact.isPresent() && other.exact.isPresent()) {
            return of(exact.get().union(other.exact.get()));
        }
        List<Range> both = new ArrayList<>(symbolic());
        other.symbolic().stream().filter(range -> !both.contains(range)).forEach(both::add);
        return of(both);
    }

    /** What both mean; empty if there can be no such partition. */
    public Optional<PartitionFilter> and(PartitionFilter other) {
        if (isEverything() || other.isEverything()) {
            return Optional.of(isEverything() ? other : this);
        }
        if (exact.isPresent() || other.exact.isPresent()) {
            PartitionSet both = exact.map(other::among).orElseGet(() -> among(other.named()));
            return both.isEmpty() ? Optional.empty() : Optional.of(of(both));
        }
        List<Range> both = new ArrayList<>();
        ranges.forEach(mine -> other.ranges.forEach(theirs -> mine.and(theirs).ifPresent(both::add)));
        return both.isEmpty() ? Optional.empty() : Optional.of(of(both));
    }

    /** The keys and ranges that no partition among these fits. */
    public List<Range> without(PartitionSet partitions) {
        return exact.map(keys -> keys.minus(partitions))
                .map(PartitionFilter::ranges)
                .orElseGet(() -> ranges.stream()
                        .filter(range -> range.among(partitions).isEmpty())
                        .toList());
    }

    /**
     * The same, in the terms of an asset that has these partitions.
     *
     * @throws dev.ingot.core.error.IngotException if the asset cannot have a partition that is named, or none lies in what is
     *     meant
     */
    public PartitionFilter appliedTo(AssetKey asset, Partitioning partitioning, PartitionFacts facts) {
        if (isEverything() || exact.isPresent()) {
            return this;
        }
        if (!partitioning.isPartitioned()) {
            throw SelectionErrors.unpartitioned(List.of(asset), this);
        }
        return new Terms(asset, partitioning, facts).of(this);
    }

    /**
     * The same for an asset that nobody named, but that reads one of which these partitions were meant: those of them that it
     * has in its own terms. Everything where it goes by other things or by coarser times, so that only its mapping can tell.
     * Empty if all of them lie outside of its times.
     *
     * @param known the asset's partitions, as far as is known
     */
    public Optional<PartitionFilter> boundsOf(Partitioning partitioning, PartitionSet known, PartitionFacts facts) {
        return isEverything() || !partitioning.isPartitioned()
                ? Optional.of(EVERYTHING)
                : new Bounds(partitioning, known, facts).of(symbolic());
    }

    /** The ranges and keys by themselves; an exact set is one part, as everything is. */
    List<PartitionFilter> parts() {
        return ranges.isEmpty()
                ? List.of(this)
                : ranges.stream().map(range -> of(List.of(range))).toList();
    }

    List<Range> symbolic() {
        return exact.map(PartitionFilter::ranges).orElse(ranges);
    }

    private static List<Range> ranges(PartitionSet keys) {
        List<Range> all = new ArrayList<>();
        keys.ranges().forEach(run -> {
            if (run.first().values().size() == 1) {
                all.add(new Range(List.of(new Span(run.first(), run.last()))));
            } else {
                keys.range(run.first(), run.last()).forEach(key -> all.add(Range.of(key)));
            }
        });
        return all;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartitionFilter filter && ranges.equals(filter.ranges) && exact.equals(filter.exact);
    }

    @Override
    public int hashCode() {
        return ranges.hashCode() * 31 + exact.hashCode();
    }

    @Override
    public String toString() {
        return symbolic().stream().map(Range::toString).collect(Collectors.joining("|"));
    }
}
