package dev.ingot.core.plan;

import dev.ingot.core.event.Expected;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;

/**
 * What slices of one asset are likely to be: a slice that exists as it is now, one that does not as the others on the average.
 * Where there are none it is not known.
 */
final class Estimate {
    private final LedgerSlices made;
    private final Function<KeySpace, IntUnaryOperator> numbering;
    private final long meanRows;
    private final long meanBytes;
    private final long meanMillis;

    /**
     * Looks at what there is.
     *
     * @param made the slices that there are
     * @param numbering the rows of the keys of a space
     */
    Estimate(LedgerSlices made, Function<KeySpace, IntUnaryOperator> numbering) {
        this.made = made;
        this.numbering = numbering;
        int discovery = made.size() > 1 ? made.row(PartitionKey.whole()) : -1;
        Set<Commit> commits = new HashSet<>();
        long rows = 0;
        long bytes = 0;
        int sized = 0;
        int count = 0;
        for (int row = 0; row < made.size(); row++) {
            if (row != discovery) {
                count++;
                rows += made.rows(row);
                bytes += made.bytes(row);
                sized += made.bytes(row) > 0 ? 1 : 0;
                commits.add(made.commit(row));
            }
        }
        long millis =
                commits.stream().mapToLong(commit -> commit.took().toMillis()).sum();
        meanRows = rows / Math.max(count, 1);
        meanBytes = bytes / Math.max(sized, 1);
        meanMillis = millis / Math.max(count, 1);
    }

    /** Whether it is known of any slice how big it is. */
    boolean isSized() {
        return meanBytes > 0;
    }

    Expected of(PartitionSet slices) {
        IntUnaryOperator rows = numbering.apply(slices.space());
        long[] sums = new long[2];
        slices.ordinals().forEach((int ordinal) -> {
            int row = rows.applyAsInt(ordinal);
            sums[0] += row < 0 ? meanRows : made.rows(row);
            sums[1] += bytes(row);
        });
        return new Expected(sums[0], sums[1], Duration.ofMillis(meanMillis * slices.size()));
    }

    /** The expected size of each slice of a space, by its number. */
    IntToLongFunction bytes(KeySpace space) {
        IntUnaryOperator rows = numbering.apply(space);
        return ordinal -> bytes(rows.applyAsInt(ordinal));
    }

    private long bytes(int row) {
        return row < 0 || made.bytes(row) == 0 ? meanBytes : made.bytes(row);
    }
}
