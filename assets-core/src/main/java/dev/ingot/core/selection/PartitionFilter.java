package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which partitions of an asset are meant: all of them, or ranges and single keys. Prints as {@code 1996..1998|2001}.
 *
 * @param ranges what is meant; empty for all partitions
 */
public record PartitionFilter(List<Range> ranges) {
    private static final PartitionFilter EVERYTHING = new PartitionFilter(List.of());

    public PartitionFilter {
        ranges = List.copyOf(ranges);
    }

    /** From one key to another, both included; a single key is a range to itself. */
    public record Range(PartitionKey first, PartitionKey last) {
        public Range {
            if (first.compareTo(last) > 0) {
                throw SelectionErrors.backwards(first, last);
            }
        }

        boolean isSingle() {
            return first.equals(last);
        }

        boolean contains(PartitionKey key) {
            return first.compareTo(key) <= 0 && key.compareTo(last) <= 0;
        }

        @Override
        public String toString() {
            return isSingle() ? first.toString() : first + ".." + last;
        }
    }

    public static PartitionFilter everything() {
        return EVERYTHING;
    }

    /** Reads {@code A}, {@code A..B}, and several of them between commas or bars. */
    public static PartitionFilter parse(String text) {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split("[,|]", -1)) {
            int dots = part.indexOf("..");
            String first = (dots < 0 ? part : part.substring(0, dots)).strip();
            String last = (dots < 0 ? part : part.substring(dots + 2)).strip();
            if (first.isEmpty() || last.isEmpty()) {
                throw SelectionErrors.emptyPartition(text);
            }
            ranges.add(new Range(PartitionKey.parse(first), PartitionKey.parse(last)));
        }
        return new PartitionFilter(ranges);
    }

    /** Whether every key is named, so that nobody has to know which ones lie between two others. */
    public boolean namesEach() {
        return !isEverything() && ranges.stream().allMatch(Range::isSingle);
    }

    public boolean isEverything() {
        return ranges.isEmpty();
    }

    public boolean contains(PartitionKey key) {
        return isEverything() || ranges.stream().anyMatch(range -> range.contains(key));
    }

    public PartitionFilter or(PartitionFilter other) {
        if (isEverything() || other.isEverything()) {
            return EVERYTHING;
        }
        List<Range> both = new ArrayList<>(ranges);
        both.addAll(other.ranges);
        return new PartitionFilter(both);
    }

    /** The keys named one by one, and the ends of ranges: everything that is there to be checked. */
    public PartitionSet named() {
        return PartitionSet.of(ranges.stream()
                .flatMap(range -> Stream.of(range.first(), range.last()))
                .toList());
    }

    /** The keys and ranges that no partition among these fits. */
    public List<Range> without(PartitionSet partitions) {
        return ranges.stream()
                .filter(range -> partitions.stream().noneMatch(range::contains))
                .toList();
    }

    /** @throws dev.ingot.core.error.IngotException if the asset cannot have a partition that is named */
    PartitionFilter checked(AssetKey asset, Partitioning partitioning, PartitionFacts facts) {
        if (!isEverything()) {
            if (!partitioning.isPartitioned()) {
                throw SelectionErrors.unpartitioned(asset, this);
            }
            named().forEach(key -> partitioning.check(key, facts));
        }
        return this;
    }

    @Override
    public String toString() {
        return ranges.stream().map(Range::toString).collect(Collectors.joining("|"));
    }
}
