package dev.ingot.spark.commit;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which slices of a table a commit replaces.
 *
 * @param columns the table's partition columns; none when it is unpartitioned
 * @param slices the slices; empty when everything is replaced
 * @param everything whether all rows of the table are replaced, whatever slice they are in
 */
public record Replaced(List<String> columns, PartitionSet slices, boolean everything) {
    public Replaced {
        columns = List.copyOf(columns);
    }

    public static Replaced everything(List<String> columns) {
        return new Replaced(columns, PartitionSet.empty(), true);
    }

    public static Replaced slices(List<String> columns, PartitionSet slices) {
        return columns.isEmpty() ? everything(columns) : new Replaced(columns, slices, false);
    }

    /** Whether rows of this slice are replaced; those of none count as the whole slice's. */
    boolean contains(Optional<PartitionKey> slice) {
        return everything || slices.contains(slice.orElse(PartitionKey.whole()));
    }

    /** Whether rows that belong to no partition are meant, among others. */
    boolean includesRowsOfNoSlice() {
        return everything || !columns.isEmpty() && slices.contains(PartitionKey.whole());
    }

    /** The slices as a condition in SQL. The text of a key needs no quoting: it consists of letters, digits and {@code _-%~}. */
    public String condition() {
        String texts = slices.stream()
                .map(PartitionKey::toString)
                .map(text -> "'" + text + "'")
                .collect(Collectors.joining(", "));
        String names = columns.stream()
                .map(column -> "`" + column.replace("`", "``") + "`")
                .collect(Collectors.joining(", '~', "));
        return (columns.size() == 1 ? names : "concat(" + names + ")") + " IN (" + texts + ")";
    }
}
