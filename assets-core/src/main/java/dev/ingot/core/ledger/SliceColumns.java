package dev.ingot.core.ledger;

import dev.ingot.core.partition.PartitionKey;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The columns of {@link LedgerSlices}; written only before they are shown to anyone. */
final class SliceColumns {
    private final Commit[] commits;
    private final String[] dataVersions;
    /** Three to a slice: good rows, rejected rows, bytes. */
    private final long[] counts;
    /** The names of the inputs; most assets have few, and all of an asset's slices the same. */
    private String[] names = {};
    /** By input and slice. */
    private @Nullable String[][] inputs = {};

    SliceColumns(int size) {
        this(new Commit[size], new String[size], new long[3 * size]);
    }

    private SliceColumns(Commit[] commits, String[] dataVersions, long[] counts) {
        this.commits = commits;
        this.dataVersions = dataVersions;
        this.counts = counts;
    }

    SliceColumns copy() {
        return resized(size());
    }

    /** The first rows, or more than there are, which are then to be written. */
    SliceColumns resized(int size) {
        SliceColumns other = new SliceColumns(
                Arrays.copyOf(commits, size), Arrays.copyOf(dataVersions, size), Arrays.copyOf(counts, 3 * size));
        other.names = names;
        other.inputs = inputs.clone();
        for (int number = 0; number < inputs.length; number++) {
            other.inputs[number] = Arrays.copyOf(inputs[number], size);
        }
        return other;
    }

    /** These rows, in this order. */
    SliceColumns picked(int[] rows) {
        SliceColumns other = resized(rows.length);
        for (int row = 0; row < rows.length; row++) {
            other.commits[row] = commits[rows[row]];
            other.dataVersions[row] = dataVersions[rows[row]];
            System.arraycopy(counts, 3 * rows[row], other.counts, 3 * row, 3);
            for (int number = 0; number < inputs.length; number++) {
                other.inputs[number][row] = inputs[number][rows[row]];
            }
        }
        return other;
    }

    int size() {
        return commits.length;
    }

    Commit commit(int row) {
        return commits[row];
    }

    String dataVersion(int row) {
        return dataVersions[row];
    }

    long rows(int row) {
        return counts[3 * row];
    }

    long bytes(int row) {
        return counts[3 * row + 2];
    }

    int inputNumber(String name) {
        for (int number = 0; number < names.length; number++) {
            if (names[number].equals(name)) {
                return number;
            }
        }
        return -1;
    }

    @Nullable
    String input(int row, int number) {
        return number < 0 ? null : inputs[number][row];
    }

    Slice slice(int row, PartitionKey partition) {
        Map<String, String> made = new TreeMap<>();
        for (int number = 0; number < names.length; number++) {
            String version = inputs[number][row];
            if (version != null) {
                made.put(names[number], version);
            }
        }
        return new Slice(partition, dataVersions[row], rows(row), counts[3 * row + 1], bytes(row), made);
    }

    /**
     * Writes a row.
     *
     * @param sharing what to keep of a text of which there may be many
     */
    void set(int row, LedgerEntry entry, UnaryOperator<String> sharing) {
        Slice slice = entry.slice();
        commits[row] = entry.commit();
        dataVersions[row] = sharing.apply(slice.dataVersion());
        counts[3 * row] = slice.rows();
        counts[3 * row + 1] = slice.rejected();
        counts[3 * row + 2] = slice.bytes();
        for (@Nullable String[] input : inputs) {
            input[row] = null;
        }
        slice.inputs().forEach((name, version) -> {
            int number = numberOf(name);
            inputs[number][row] = sharing.apply(version);
        });
    }

    private int numberOf(String name) {
        int known = inputNumber(name);
        if (known >= 0) {
            return known;
        }
        int number = names.length;
        names = Arrays.copyOf(names, number + 1);
        names[number] = name;
        inputs = Arrays.copyOf(inputs, number + 1);
        inputs[number] = new @Nullable String[size()];
        return number;
    }
}
