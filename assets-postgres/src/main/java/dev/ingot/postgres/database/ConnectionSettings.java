package dev.ingot.postgres.database;

/**
 * How to reach a PostgreSQL database, be it the embedded one or a server that somebody else runs.
 *
 * @param url a JDBC URL without credentials, such as {@code jdbc:postgresql://localhost:5432/ingot}
 * @param user the role to connect as
 * @param password its password
 */
public record ConnectionSettings(String url, String user, Password password) {}
