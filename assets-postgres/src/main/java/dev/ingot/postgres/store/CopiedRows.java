package dev.ingot.postgres.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query as the server copies them out in binary, a field at a time: a third of the work of a result set. Within
 * the connection's transaction; read to its end, or closed before. Not thread-safe.
 */
final class CopiedRows implements AutoCloseable {
    /** The signature, the flags, and the length of an extension that no server sends. */
    private static final int HEADER = 19;

    private final CopyOut copy;
    private ByteBuffer message = ByteBuffer.allocate(0);

    private CopiedRows(CopyOut copy) {
        this.copy = copy;
    }

    static CopiedRows of(Connection connection, String query) throws SQLException {
        String sql = "COPY (" + query + ") TO STDOUT (FORMAT binary)";
        CopiedRows rows = new CopiedRows(
                connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql));
        if (rows.isMore()) {
            rows.message.position(HEADER);
        }
        return rows;
    }

    /** Goes to the next row, if there is one. The fields of the row before must have been read. */
    boolean next() throws SQLException {
        if (!isMore()) {
            return false;
        }
        if (message.getShort() >= 0) {
            return true;
        }
        finish();
        return false;
    }

    /** To be read, or else the connection's next statement gets what the server says after the last row. */
    private void finish() throws SQLException {
        while (copy.readFromCopy() != null) {
            expect(false);
        }
    }

    /** A message holds whole rows; the first one may hold the header alone. */
    private boolean isMore() throws SQLException {
        while (!message.hasRemaining()) {
            byte[] bytes = copy.readFromCopy();
            if (bytes == null) {
                return false;
            }
            message = ByteBuffer.wrap(bytes);
        }
        return true;
    }

    /** The next field, a {@code bigint}. */
    long number() {
        expect(message.getInt() == Long.BYTES);
        return message.getLong();
    }

    /** The next field, a {@code text}. */
    String text() {
        int length = message.getInt();
        expect(length >= 0);
        String text =
                new String(message.array(), message.arrayOffset() + message.position(), length, StandardCharsets.UTF_8);
        message.position(message.position() + length);
        return text;
    }

    private static void expect(boolean so) {
        if (!so) {
            throw new IllegalStateException("not the fields that were asked for");
        }
    }

    @Override
    public void close() throws SQLException {
        if (copy.isActive()) {
            copy.cancelCopy();
        }
    }
}
