package dev.ingot.spark.commit;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.storage.ObjectPath;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import scala.jdk.javaapi.CollectionConverters;

/** The files that a commit has written and nobody sees yet. */
final class WrittenFiles {
    private final List<String> columns;
    private final List<AddFile> files = new ArrayList<>();

    /** @param columns the partition columns */
    WrittenFiles(List<String> columns) {
        this.columns = columns;
    }

    void add(Action action) {
        if (!(action instanceof AddFile file)) {
            throw new IllegalStateException("not a file of rows: " + action);
        }
        files.add(file);
    }

    List<AddFile> all() {
        return List.copyOf(files);
    }

    /** Rows without a slice are under {@link PartitionKey#whole()}, as are those of an unpartitioned table. */
    Map<PartitionKey, Long> rows() {
        return sums(WrittenFiles::rows);
    }

    /** As {@link #rows}. */
    Map<PartitionKey, Long> bytes() {
        return sums(AddFile::size);
    }

    private Map<PartitionKey, Long> sums(ToLongFunction<AddFile> number) {
        Map<PartitionKey, Long> sums = new TreeMap<>();
        files.forEach(file ->
                sums.merge(slice(columns, file).orElse(PartitionKey.whole()), number.applyAsLong(file), Long::sum));
        return sums;
    }

    static long rows(AddFile file) {
        if (!(file.numLogicalRecords().get() instanceof Long records)) {
            throw new IllegalStateException("no statistics of " + file.path());
        }
        return records;
    }

    /** Where a file lies, in the store of its table. */
    static ObjectPath path(ObjectPath table, String file) {
        return table.resolve(URI.create(file).getPath());
    }

    static StagedFile staged(AddFile file) {
        Map<String, String> partition = new TreeMap<>();
        CollectionConverters.asJava(file.partitionValues()).forEach((column, text) -> {
            if (text != null) {
                partition.put(column, text);
            }
        });
        return new StagedFile(file.path(), partition, rows(file), file.size());
    }

    /** The slice that a file is in; empty for rows that belong to none. */
    static Optional<PartitionKey> slice(List<String> columns, AddFile file) {
        Map<String, String> values = CollectionConverters.asJava(file.partitionValues());
        List<String> texts = new ArrayList<>();
        for (String column : columns) {
            String text = values.get(column);
            if (text == null) {
                return Optional.empty();
            }
            texts.add(text);
        }
        return Optional.of(PartitionKey.parse(String.join("~", texts)));
    }
}
