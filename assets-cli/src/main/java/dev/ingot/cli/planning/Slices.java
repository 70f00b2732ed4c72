package dev.ingot.cli.planning;

import dev.ingot.cli.text.Words;
import dev.ingot.core.partition.PartitionRange;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;
import java.util.stream.Collectors;

/** Sets of slices in a form that stays short, however many there are. */
public final class Slices {
    private static final int RANGES = 3;

    private Slices() {}

    /** {@code 1996..2003, 2005}; of many ranges the first ones and how many keys there are in all. */
    public static String text(PartitionSet slices) {
        List<PartitionRange> ranges = slices.ranges();
        String shown =
                ranges.stream().limit(RANGES).map(PartitionRange::toString).collect(Collectors.joining(", "));
        return ranges.size() <= RANGES ? shown : shown + ", … (" + Words.number(slices.size()) + " in all)";
    }
}
