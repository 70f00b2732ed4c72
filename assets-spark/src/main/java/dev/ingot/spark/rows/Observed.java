package dev.ingot.spark.rows;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Option;

/**
 * What a dataset observed while it was written.
 *
 * <p>Read from the dataset's own execution: the public {@code Observation} waits for Spark's listener bus, which may drop
 * what it cannot keep up with, and then waits for ever.
 */
public final class Observed {
    private Observed() {}

    // Error Prone sees the lock that Spark names, and not that the method takes it.
    @SuppressWarnings("GuardedBy")
    public static Row of(Dataset<Row> written, String name) {
        Option<Row> row = ((org.apache.spark.sql.classic.Dataset<Row>) written)
                .queryExecution()
                .observedMetrics()
                .get(name);
        if (row.isEmpty()) {
            throw new IllegalStateException("nothing was observed as " + name);
        }
        return row.get();
    }
}
