package dev.ingot.silver.movielens;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
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
import org.apache.spark.sql.functions;

/** Steps that the cleaning of every raw table goes through; the helper columns that they add begin with {@code _}. */
final class RawRows {
    /** Where a row stands in its file: what "later" means among rows that are otherwise equal. */
    static final String LINE = "_line";

    private static final String FILE = "_file";

    /** Whether the row's movie is among the good ones. */
    static final String KNOWN = "_known";

    /** The row's place among its duplicates; the first stays. */
    static final String PLACE = "_place";

    private RawRows() {}

    /** Typed columns, and those by which a rejected row can be found again: its file and line, and its text as CSV. */
    static Column[] and(Dataset<Row> raw, Column... typed) {
        Column[] fields = Arrays.stream(raw.columns())
                .filter(name -> !name.startsWith("source_"))
                .map(name -> quoted(col(name)))
                .toArray(Column[]::new);
        Stream<Column> origin = Stream.of(
                concat_ws(",", fields).as("_text"),
                col("source_object").as(FILE),
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
     * Adds {@link #PLACE}, in one shuffle, and {@code _source}. Rows that break a rule before do not compete.
     *
     * @param rules the rules, the one about duplicates last
     * @param key what makes rows duplicates of each other
     * @param winner the order among them
     */
    static Dataset<Row> withPlace(Dataset<Row> rows, List<Expectation> rules, List<String> key, Column... winner) {
        // Who does not compete is alone with his line: keys that cannot be read are null, and would meet in one task.
        Column alone = when(not(expr(Rules.competes(rules))), col(LINE));
        Column[] group = Stream.concat(key.stream().map(functions::col), Stream.of(alone))
                .toArray(Column[]::new);
        // The source comes last: Spark then writes it down for rejected rows only.
        return rows.withColumn(
                        PLACE, row_number().over(Window.partitionBy(group).orderBy(winner)))
                .withColumn("_source", concat_ws(":", col(FILE), col(LINE)));
    }

    private static Column quoted(Column field) {
        Column escaped = concat(lit("\""), regexp_replace(field, "\"", "\"\""), lit("\""));
        return when(field.contains(",").or(field.contains("\"")), escaped).otherwise(field);
    }
}
