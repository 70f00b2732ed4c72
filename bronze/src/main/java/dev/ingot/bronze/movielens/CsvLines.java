package dev.ingot.bronze.movielens;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.regexp_extract;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * Lines of a CSV file (RFC 4180 with doubled quotes, no line breaks within fields), and the rows in them.
 *
 * <p>Not Spark's own CSV source: it takes an unclosed quote for part of the text, fills up short rows, forgets what it could
 * not read once columns are pruned, and knows no line numbers.
 */
final class CsvLines {
    /** A field that does not begin with a quote may contain some; one that does is quoted to its end. */
    private static final String FIELD = "(\"[^\"]*+(?:\"\"[^\"]*+)*+\"|[^\",][^,]*+|)";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final int ROW_BITS = 33;

    private CsvLines() {}

    /** The lines of a file with their numbers, from 1: {@code line, text}. Lines end with LF, CRLF or CR. */
    static Dataset<Row> read(SparkSession spark, String path) {
        Dataset<Row> lines = spark.read()
                .text(path)
                .select(
                        col("value").as("text"),
                        col("_metadata.file_block_start").as("block"),
                        monotonically_increasing_id()
                                .bitwiseAND(lit((1L << ROW_BITS) - 1))
                                .as("place"));
        if (lines.rdd().getNumPartitions() == 1) {
            return lines.select(col("place").plus(1).as("line"), col("text"));
        }
        return lines.join(broadcast(blocks(lines)), "block")
                .select(col("lines_before").plus(col("place")).plus(1).as("line"), col("text"));
    }

    /** How many lines lie before each block of a file that is read in several: one more pass, which only counts. */
    private static Dataset<Row> blocks(Dataset<Row> lines) {
        Column before = sum("lines").over(Window.orderBy("block").rowsBetween(Window.unboundedPreceding(), -1));
        return lines.groupBy("block")
                .agg(count(lit(1)).as("lines"))
                .select(col("block"), coalesce(before, lit(0L)).as("lines_before"));
    }

    /**
     * The rows in numbered lines, a column for each field; the header and empty lines left out. A row that is not
     * {@code _well_formed} has no fields, only its {@code _text}.
     */
    static Dataset<Row> rows(Dataset<Row> lines, LandedFile file, String version) {
        Column header = col("text").isin(file.header(), BYTE_ORDER_MARK + file.header());
        return lines.where(not(col("text").equalTo("").or(col("line").equalTo(1).and(header))))
                .select(col("line"), col("text"), fields(file.columns().size()).as("fields"))
                .select(columns(file, version));
    }

    private static Column[] columns(LandedFile file, String version) {
        Column wellFormed = size(col("fields")).equalTo(file.columns().size());
        List<Column> columns = new ArrayList<>();
        for (int i = 0; i < file.columns().size(); i++) {
            columns.add(when(wellFormed, get(col("fields"), lit(i)))
                    .as(file.columns().get(i)));
        }
        Collections.addAll(
                columns,
                lit(file.source()).as("source_object"),
                lit(version).as("source_version"),
                col("line").as("source_line"),
                wellFormed.as("_well_formed"),
                concat_ws(":", lit(file.source()), col("line")).as("_source"),
                col("text").as("_text"));
        return columns.toArray(Column[]::new);
    }

    /** The fields of a line: {@code expected} of them, or another number if it is not well formed. */
    private static Column fields(int expected) {
        String record = "^" + String.join(",", Collections.nCopies(expected, FIELD)) + "$";
        Column[] quoted = IntStream.rangeClosed(1, expected)
                .mapToObj(group -> unquoted(regexp_extract(col("text"), record, group)))
                .toArray(Column[]::new);
        // Most lines have no quotes, and splitting is many times cheaper than matching.
        return when(not(col("text").contains("\"")), split(col("text"), ",", -1))
                .when(col("text").rlike(record), array(quoted))
                .otherwise(array());
    }

    private static Column unquoted(Column field) {
        Column inside = regexp_replace(field, "^\"|\"$", "");
        return when(field.startsWith("\""), regexp_replace(inside, "\"\"", "\""))
                .otherwise(field);
    }
}
