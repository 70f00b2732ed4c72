package dev.ingot.postgres;

import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Secret;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.config.StandardProfile;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Password;
import dev.ingot.postgres.database.PostgresServer;
import dev.ingot.postgres.embedded.EmbeddedPostgres;
import dev.ingot.postgres.embedded.EmbeddedPostgresSettings;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.OptionalInt;

/** The settings of everything on PostgreSQL. */
public final class PostgresSettings {
    /** Where somebody else's server is; empty for the embedded one. */
    public static final Setting<String> URL = Setting.text(
                    "postgres.url",
                    "",
                    "JDBC URL of a PostgreSQL database, without credentials; empty: the embedded server.")
            .in(StandardProfile.LOCAL, "jdbc:postgresql://127.0.0.1:5432/ingot");

    public static final Setting<String> USER =
            Setting.text("postgres.user", "ingot", "Role to connect as; of no effect on the embedded server.");

    public static final Setting<Secret> PASSWORD = Setting.secret(
                    "postgres.password", "Password of that role; of no effect on the embedded server.")
            .in(StandardProfile.LOCAL, "${file:docker/secrets/postgres-password}")
            .in(StandardProfile.AZURE, "${keyvault:postgres-password}");

    /** 0 for a port of the server's own choice. */
    public static final Setting<Integer> PORT = Setting.number(
            "postgres.port",
            0,
            0,
            65_535,
            "Port of the embedded server on 127.0.0.1; 0: a free one, kept over restarts.");

    public static final Setting<Duration> LEASE_TTL = new Setting<>(
            "lease.ttl",
            "30s",
            false,
            "How long the right to write a slice outlasts a process that stands still, such as 30s or 2m; at least 1s.",
            PostgresSettings::ttl);

    /** {@code pool.postgres} */
    public static final Setting<Integer> POOL = ProjectSettings.pool("postgres", 4);

    /** All of them. */
    public static final List<Setting<?>> ALL = List.of(URL, USER, PASSWORD, PORT, LEASE_TTL, POOL);

    private PostgresSettings() {}

    private static Duration ttl(String text) {
        try {
            Duration ttl = Duration.parse("PT" + text.strip());
            if (ttl.compareTo(Duration.ofSeconds(1)) >= 0 && ttl.compareTo(Duration.ofHours(1)) <= 0) {
                return ttl;
            }
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("it is not a time such as 30s or 2m", e);
        }
        throw new IllegalArgumentException("it is not between 1s and 1h");
    }

    /** Starts or finds the server that the settings mean. */
    static PostgresServer server(Settings settings) {
        if (!settings.get(URL).isEmpty()) {
            Password password = new Password(settings.get(PASSWORD).reveal());
            return PostgresServer.external(new ConnectionSettings(settings.get(URL), settings.get(USER), password));
        }
        int port = settings.get(PORT);
        return EmbeddedPostgres.open(
                new EmbeddedPostgresSettings(settings.state(), port == 0 ? OptionalInt.empty() : OptionalInt.of(port)));
    }
}
