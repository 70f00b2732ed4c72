package dev.ingot.spark.testing;

import dev.ingot.core.check.CheckResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What an asset made of the rows of a test.
 *
 * @param table the good rows, as its table would hold them
 * @param good the same, collected, in no particular order
 * @param rejected the rejected rows
 * @param warnings how many rows broke each expectation of severity WARN
 * @param checks how the asset's own checks came out
 */
public record TestOutcome(
        Dataset<Row> table,
        List<Row> good,
        List<RejectedRow> rejected,
        Map<String, Long> warnings,
        List<CheckResult> checks) {

    /** The values of some columns of the good rows: a list a row, so that it compares with {@code List.of(…)}. */
    public List<List<Object>> values(String... columns) {
        List<List<Object>> all = new ArrayList<>();
        for (Row row : good) {
            List<Object> values = new ArrayList<>();
            for (String column : columns) {
                values.add(plain(row.get(row.fieldIndex(column))));
            }
            all.add(values);
        }
        return all;
    }

    /** The rules that rejected rows, one entry a row, sorted. */
    public List<String> brokenRules() {
        return rejected.stream().map(RejectedRow::rule).sorted().toList();
    }

    private static Object plain(Object value) {
        return value instanceof scala.collection.Seq<?> sequence
                ? scala.jdk.javaapi.CollectionConverters.asJava(sequence)
                : value;
    }
}
