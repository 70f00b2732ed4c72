package dev.ingot.spark.rows;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.StepScope;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.IntegralType;

/** The rows of a step's scope, by the texts in the partition columns. */
public final class SliceRows {
    /** What a value is that needs no encoding, or has been encoded where the row comes from. */
    private static final String KEY_TEXT = "([A-Za-z0-9_-]|%[0-9A-F]{2})*";

    private static final UserDefinedFunction ENCODED =
            udf((UDF1<String, String>) value -> PartitionKey.of(value).toString(), DataTypes.StringType);

    private SliceRows() {}

    /** Leaves out rows of other slices, and makes the partition columns the texts of keys. */
    public static Dataset<Row> inScope(AssetSpec spec, StepScope scope, Dataset<Row> rows) {
        Partitioning partitioning = spec.partitioning();
        Dataset<Row> texts = rows;
        for (String column : partitioning.columns()) {
            texts = texts.withColumn(column, keyText(rows, column));
        }
        return scope.discover() || !partitioning.isPartitioned()
                ? texts
                : texts.filter(in(partitioning, scope.partitions()));
    }

    private static Column keyText(Dataset<Row> rows, String column) {
        Column text = Classification.quoted(column).cast("string");
        DataType type =
                rows.select(Classification.quoted(column)).schema().apply(0).dataType();
        boolean plain = type instanceof IntegralType || type instanceof DateType;
        return plain
                ? text
                : when(text.isNull().or(text.rlike("^" + KEY_TEXT + "$")), text).otherwise(ENCODED.apply(text));
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
