package dev.ingot.postgres.publish;

import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Identifiers;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jdbi.v3.core.Handle;

/**
 * The table in which a step's rows wait for their publication: named by the step, with the columns of its dataset, and unlogged,
 * since it need not survive a crash.
 */
record StagingTable(StepId step) {
    static final String SCHEMA = "ingot_staging";

    private static final int HEX = 16;

    /** The table's name, quoted. */
    String name() {
        return Identifiers.quote(SCHEMA) + "." + Identifiers.quote(step.toString());
    }

    void create(Handle handle, StructType schema) {
        String columns = Arrays.stream(schema.fields())
                .map(field -> Identifiers.quote(field.name()) + " "
                        + ColumnType.of(field.dataType()).sql())
                .collect(Collectors.joining(", "));
        drop(handle);
        handle.execute("CREATE UNLOGGED TABLE " + name() + " (" + columns + ") WITH (autovacuum_enabled = false)");
    }

    /**
     * What copies rows in as many connections at once as Spark runs tasks, once it is {@link #collected}.
     *
     * @param partitionColumns those of the rows that tell their slice
     */
    Dataset<Row> copying(ConnectionSettings settings, Dataset<Row> rows, List<String> partitionColumns) {
        StructType schema = rows.schema();
        List<ColumnType> types = Arrays.stream(schema.fields())
                .map(field -> ColumnType.of(field.dataType()))
                .toList();
        int[] keys = partitionColumns.stream().mapToInt(schema::fieldIndex).toArray();
        CopyTask task = new CopyTask(settings, name(), types, keys);
        return rows.mapPartitions(task, Encoders.row(StructType.fromDDL(CopyTask.ANSWER)));
    }

    /** Copies; answers what was copied of each slice. */
    static Map<PartitionKey, StagedSlice> collected(Dataset<Row> copying) {
        Map<PartitionKey, StagedSlice> slices = new TreeMap<>();
        for (Row copied : copying.collectAsList()) {
            StagedSlice slice =
                    new StagedSlice(copied.getLong(1), copied.getLong(2), new BigInteger(copied.getString(3), HEX));
            slices.merge(PartitionKey.parse(copied.getString(0)), slice, StagedSlice::plus);
        }
        return slices;
    }

    /** Tells the query planner what is in it. */
    void analyze(Handle handle) {
        handle.execute("ANALYZE " + name());
    }

    long count(Handle handle) {
        return handle.createQuery("SELECT count(*) FROM " + name())
                .mapTo(long.class)
                .one();
    }

    void drop(Handle handle) {
        handle.execute("DROP TABLE IF EXISTS " + name());
    }

    /** Drops what dead runs left. */
    static void dropOfTheDead(Handle handle) {
        String dead =
                "SELECT tablename FROM pg_tables WHERE schemaname = ? AND NOT ingot.lives(split_part(tablename, '.', 1))";
        for (String table : handle.select(dead, SCHEMA).mapTo(String.class).list()) {
            handle.execute("DROP TABLE IF EXISTS " + Identifiers.quote(SCHEMA) + "." + Identifiers.quote(table));
        }
    }
}
