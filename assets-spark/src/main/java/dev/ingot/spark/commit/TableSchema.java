package dev.ingot.spark.commit;

import dev.ingot.spark.rows.Classification;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** The columns of a table within a transaction, and the settings that a new one is made with. */
final class TableSchema {
    private static final Map<String, String> CONFIGURATION = Map.of(
            // The log is where the truth about materializations is.
            "delta.enableExpiredLogCleanup", "false",
            // Slices are replaced whole: a row is gone when its file is.
            "delta.enableDeletionVectors", "false");

    private final OptimisticTransaction transaction;
    private final List<String> partitionColumns;

    TableSchema(OptimisticTransaction transaction, List<String> partitionColumns) {
        this.transaction = transaction;
        this.partitionColumns = partitionColumns;
    }

    void create(StructType schema) {
        Metadata metadata = new Metadata(
                UUID.randomUUID().toString(),
                null,
                null,
                new Format("parquet", Scala.map(Map.of())),
                schema.asNullable().json(),
                Scala.seq(partitionColumns),
                Scala.map(CONFIGURATION),
                Scala.none());
        transaction.updateMetadata(metadata, false);
    }

    void replace(StructType schema) {
        Metadata old = transaction.metadata();
        transaction.updateMetadataForTableOverwrite(old.copy(
                old.id(),
                old.name(),
                old.description(),
                old.format(),
                schema.asNullable().json(),
                Scala.seq(partitionColumns),
                old.configuration(),
                old.createdTime()));
    }

    /** Whether rows of this schema can lie beside those that the table has: the same columns, in any order. */
    boolean fits(StructType schema) {
        return types(schema).equals(types(transaction.metadata().schema()))
                && Scala.list(transaction.metadata().partitionColumns()).equals(partitionColumns);
    }

    /** What is different in new rows, a column each, for people. */
    static List<String> differences(StructType old, StructType changed) {
        Map<String, DataType> before = types(old);
        Map<String, DataType> after = types(changed);
        List<String> differences = new ArrayList<>();
        for (StructField field : changed.fields()) {
            String name = field.name();
            DataType was = before.get(name);
            Optional<String> twin =
                    before.keySet().stream().filter(name::equalsIgnoreCase).findFirst();
            if (was == null) {
                differences.add(twin.map(other -> "column " + name + " was " + other)
                        .orElse("column " + name + " " + field.dataType().sql() + " is new"));
            } else if (!was.equals(after.get(name))) {
                differences.add("column " + name + " was " + was.sql() + " and is "
                        + field.dataType().sql());
            }
        }
        before.keySet().stream()
                .filter(name -> after.keySet().stream().noneMatch(name::equalsIgnoreCase))
                .sorted()
                .forEach(name -> differences.add("column " + name + " is gone"));
        return differences;
    }

    Dataset<Row> ordered(Dataset<Row> rows) {
        String[] names = transaction.metadata().schema().fieldNames();
        return Arrays.equals(names, rows.columns())
                ? rows
                : rows.select(Arrays.stream(names).map(Classification::quoted).toArray(Column[]::new));
    }

    private static Map<String, DataType> types(StructType schema) {
        return Arrays.stream(schema.asNullable().fields())
                .collect(Collectors.toMap(StructField::name, StructField::dataType));
    }
}
