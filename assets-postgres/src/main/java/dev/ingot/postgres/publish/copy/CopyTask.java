package dev.ingot.postgres.publish.copy;

import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Copies the rows of one Spark partition into a table, over a connection of its own, all or none; answers what it copied, by
 * slice.
 */
public final class CopyTask implements MapPartitionsFunction<Row, Row> {
    /** The columns of what it answers. */
    public static final String ANSWER = "slice string, rows bigint, bytes bigint, sum string";

    private static final long serialVersionUID = 1L;
    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final int CHUNK = 1 << 16;

    private final String url;
    private final String user;
    private final String password;
    private final String copy;
    private final ColumnType[] types;
    private final int[] keys;

    /**
     * Prepares the task.
     *
     * @param settings the database
     * @param table the quoted name of the table
     * @param types of its columns, which are those of the rows
     * @param keys the places of the partition columns
     */
    public CopyTask(ConnectionSettings settings, String table, List<ColumnType> types, int[] keys) {
        this.url = settings.url();
        this.user = settings.user();
        this.password = settings.password().value();
        this.copy = "COPY " + table + " FROM STDIN (FORMAT binary)";
        this.types = types.toArray(ColumnType[]::new);
        this.keys = keys;
    }

    @Override
    public Iterator<Row> call(Iterator<Row> rows) throws SQLException {
        if (!rows.hasNext()) {
            return List.<Row>of().iterator();
        }
        Map<String, ContentSum> slices = new HashMap<>();
        ConnectionSettings settings =
                new ConnectionSettings(url, user, new dev.ingot.postgres.database.Password(password));
        try (Connection connection = Connections.forWork(settings, "ingot load")) {
            CopyIn in = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(copy);
            try {
                copy(rows, in, slices);
                in.endCopy();
            } finally {
                if (in.isActive()) {
                    in.cancelCopy();
                }
            }
        }
        List<Row> answer = new ArrayList<>();
        slices.forEach((slice, content) ->
                answer.add(RowFactory.create(slice, content.rows(), content.bytes(), content.sum())));
        return answer.iterator();
    }

    private void copy(Iterator<Row> rows, CopyIn in, Map<String, ContentSum> slices) throws SQLException {
        TaskContext context = TaskContext.get();
        CopyBuffer buffer = new CopyBuffer();
        buffer.putBytes(SIGNATURE);
        buffer.putInt(0);
        buffer.putInt(0);
        while (rows.hasNext()) {
            Row row = rows.next();
            int start = buffer.size();
            put(buffer, row);
            slices.computeIfAbsent(slice(row), any -> new ContentSum())
                    .add(buffer.bytes(), start, buffer.size() - start);
            if (buffer.size() > CHUNK) {
                if (context.isInterrupted()) {
                    throw new IllegalStateException("cancelled");
                }
                in.writeToCopy(buffer.bytes(), 0, buffer.size());
                buffer.clear();
            }
        }
        buffer.putShort(-1);
        in.writeToCopy(buffer.bytes(), 0, buffer.size());
    }

    private void put(CopyBuffer buffer, Row row) {
        buffer.putShort(types.length);
        for (int column = 0; column < types.length; column++) {
            types[column].put(buffer, row.isNullAt(column) ? null : row.get(column));
        }
    }

    /** The text of the row's partition key. */
    private String slice(Row row) {
        if (keys.length == 1) {
            return key(row, keys[0]);
        }
        StringBuilder text = new StringBuilder();
        for (int key : keys) {
            text.append(text.isEmpty() ? "" : "~").append(key(row, key));
        }
        return text.toString();
    }

    private static String key(Row row, int column) {
        if (row.isNullAt(column)) {
            throw new IllegalStateException("a row belongs to no slice: " + row);
        }
        return row.getString(column);
    }
}
