package dev.ingot.spark.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.StepScope;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** The rows of a step's scope, by the texts in the partition columns. */
public final class SliceRows {
    private SliceRows() {}

    /** Leaves out rows of other slices, and makes the partition columns texts. */
    public static Dataset<Row> inScope(AssetSpec spec, StepScope scope, Dataset<Row> rows) {
        Partitioning partitioning = spec.partitioning();
        Dataset<Row> texts = rows;
        for (String column : partitioning.columns()) {
            texts = texts.withColumn(column, Classification.quoted(column).cast("string"));
        }
        return scope.discover() || !partitioning.isPartitioned()
                ? texts
                : texts.filter(in(partitioning, scope.partitions()));
    }

    /** True of the rows of these slices, and of no others. */
    public static Column in(Partitioning partitioning, PartitionSet slices) {
        Object[] texts = slices.stream().map(PartitionKey::toString).toArray();
        return coalesce(key(partitioning).isin(texts), lit(false));
    }

    /** The text of a row's partition key; null where it belongs to none. */
    public static Column key(Partitioning partitioning) {
        Column[] columns =
                partitioning.columns().stream().map(Classification::quoted).toArray(Column[]::new);
        if (columns.length == 0) {
            return lit("");
        }
        return columns.length == 1 ? columns[0] : functions.concat(separated(columns));
    }

    private static Column[] separated(Column[] columns) {
        Column[] parts = new Column[2 * columns.length - 1];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i % 2 == 0 ? columns[i / 2] : lit("~");
        }
        return parts;
    }
}
