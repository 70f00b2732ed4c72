package dev.ingot.postgres.database;

/** Names and texts inside of SQL that is put together: the one place that quotes. */
public final class Identifiers {
    private Identifiers() {}

    /** A name as an SQL identifier. */
    public static String quote(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("not an identifier: '" + name + "'");
        }
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A text as an SQL literal. */
    public static String literal(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("PostgreSQL has no text with a zero character");
        }
        boolean plain = text.indexOf('\\') < 0;
        return (plain ? "'" : "E'") + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }
}
