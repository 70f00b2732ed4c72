package dev.ingot.postgres.publish;

import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Identifiers;
import dev.ingot.postgres.database.SqlFailureKinds;
import dev.ingot.postgres.publish.copy.ColumnType;
import dev.ingot.postgres.publish.copy.CopyTask;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * The table in which the rows of one attempt of a step wait for their publication, with the columns of its dataset, and unlogged,
 * since it need not survive a crash. No two attempts share one: a task that goes on after its attempt was given up finds its table
 * gone, and never that of the next attempt.
 *
 * @param step the step
 * @param token that of the lease, which each attempt has its own of
 */
record StagingTable(StepId step, long token) {
    static final String SCHEMA = "ingot_staging";

    private static final Pattern NAME = Pattern.compile("([^.]+\\.[0-9]+)(?:\\.([0-9]+))?");
    private static final int HEX = 16;
    /** A task that still copies may keep a table for as long as it likes. */
    private static final String LOCK_WAIT = "SET LOCAL lock_timeout = '10s'";

    static StagingTable of(Lease lease) {
        return new StagingTable(lease.step(), lease.token());
    }

    /** The step that a table of the schema belongs to; empty for somebody else's. Before there were tokens, names had none. */
    static Optional<StepId> step(String name) {
        return Optional.of(NAME.matcher(name)).filter(Matcher::matches).flatMap(of -> StepId.find(of.group(1)));
    }

    /** The table's name, quoted. */
    String name() {
        return quoted(local());
    }

    /** The same within its schema, not quoted. */
    String local() {
        return step + "." + token;
    }

    private static String quoted(String local) {
        return Identifiers.quote(SCHEMA) + "." + Identifiers.quote(local);
    }

    void create(Handle handle, StructType schema) {
        String columns = Arrays.stream(schema.fields())
                .map(field -> Identifiers.quote(field.name()) + " "
                        + ColumnType.of(field.dataType()).sql())
                .collect(Collectors.joining(", "));
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

    /**
     * Closes the table: nobody adds a row any more, until the transaction has ended. Answers how many there are.
     *
     * @throws RuntimeException with PostgreSQL's word that the lock is not available if somebody is still adding
     */
    long close(Handle transaction) {
        transaction.execute(LOCK_WAIT);
        transaction.execute("LOCK TABLE " + name() + " IN SHARE MODE");
        transaction.execute("SET LOCAL lock_timeout TO DEFAULT");
        // Tells the query planner what is in it.
        transaction.execute("ANALYZE " + name());
        return transaction
                .createQuery("SELECT count(*) FROM " + name())
                .mapTo(long.class)
                .one();
    }

    void drop(Handle handle) {
        drop(handle, local());
    }

    /**
     * Drops a table of the schema. One that somebody still adds to stays, for whoever comes next.
     *
     * @param local its name, not quoted
     */
    static void drop(Handle handle, String local) {
        try {
            handle.useTransaction(transaction -> {
                transaction.execute(LOCK_WAIT);
                transaction.execute("DROP TABLE IF EXISTS " + quoted(local));
            });
        } catch (UnableToExecuteStatementException failure) {
            if (!SqlFailureKinds.isLocked(failure)) {
                throw failure;
            }
        }
    }

    /** Drops what attempts left of which nothing can be published any more: of dead runs, or without a lease. */
    static void dropOfTheDead(Handle handle) {
        String dead = """
                SELECT tablename FROM pg_tables
                WHERE schemaname = ? AND NOT (
                    ingot.lives(split_part(tablename, '.', 1))
                    AND (split_part(tablename, '.', 3) = '' OR split_part(tablename, '.', 3) IN (
                        SELECT CAST(token AS text) FROM ingot.lease WHERE expires_at > '-infinity')))
                """;
        handle.select(dead, SCHEMA).mapTo(String.class).list().forEach(table -> drop(handle, table));
    }
}
