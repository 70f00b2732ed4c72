package dev.ingot.postgres.database;

/**
 * The migrations of one schema: forward only, named {@code V20261121_0900__what_it_does.sql} after the minute of their
 * making, so that those of different branches do not collide.
 *
 * @param schema the schema, created if it is not there
 * @param location a folder on the class path, such as {@code db/ingot}
 */
public record SchemaMigrations(String schema, String location) {
    /** Ingot's own tables. */
    public static final SchemaMigrations INGOT = new SchemaMigrations("ingot", "db/ingot");
}
