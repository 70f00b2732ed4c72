package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import dev.ingot.core.asset.Expectation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Steps that the cleaning of every raw table goes through; the helper columns that they add begin with {@code _}. */
final class RawRows {
    /** Where a row stands in its file: what "later" means among rows that are otherwise equal. */
    static final String LINE = "_line";

    /** Whether the row's movie is among the good ones. */
    static final String KNOWN = "_known";

    /** The row's place among its duplicates; the first stays. */
    static final String PLACE = "_place";

    private RawRows() {}

    /** The columns by which a rejected row can be found again: its source, its text as CSV, its line. */
    static Column[] and(Dataset<Row> raw, Column... typed) {
        Column[] fields = Arrays.stream(raw.columns())
                .filter(name -> !name.startsWith("source_"))
                .map(name -> quoted(col(name)))
                .toArray(Column[]::new);
        Stream<Column> origin = Stream.of(
                concat_ws(":", col("source_object"), col("source_line")).as("_source"),
                concat_ws(",", fields).as("_text"),
                col("source_line").as(LINE));
        return Stream.concat(Arrays.stream(typed), origin).toArray(Column[]::new);
    }

    /** Adds {@link #KNOWN}. */
    static Dataset<Row> withKnown(Dataset<Row> rows, Dataset<Row> movies) {
        Dataset<Row> ids = movies.select(col("movie_id").as("_good_id"));
        return rows.join(broadcast(ids), col("movie_id").equalTo(col("_good_id")), "left")
                .withColumn(KNOWN, col("_good_id").isNotNull())
                .drop("_good_id");
    }

    /**
     * Adds {@link #PLACE}: one shuffle. Rows that break a rule before do not compete.
     *
     * @param rules the rules, the one about duplicates last
     * @param key what makes rows duplicates of each other
     * @param winner the order among them
     */
    static Dataset<Row> withPlace(Dataset<Row> rows, List<Expectation> rules, List<String> key, Column... winner) {
        Column competes = expr(Rules.competes(rules));
        // The others are spread by their line: keys that could not be read are all null, and would meet in one task.
        Stream<Column> group = Stream.concat(
                key.stream().map(column -> when(competes, col(column))),
                Stream.of(when(competes, lit(0L)).otherwise(col(LINE))));
        return rows.withColumn(
                PLACE,
                row_number()
                        .over(Window.partitionBy(group.toArray(Column[]::new)).orderBy(winner)));
    }

    private static Column quoted(Column field) {
        Column escaped = concat(lit("\""), regexp_replace(field, "\"", "\"\""), lit("\""));
        return when(field.contains(",").or(field.contains("\"")), escaped).otherwise(field);
    }
}
