package dev.ingot.postgres;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.postgres.database.Database;

/** Whether the database can be reached, its version, and whether Ingot's schema is up to date: reaching it makes it so. */
final class PostgresHealth implements HealthCheck {
    /** The oldest line that PostgreSQL's makers still mend. */
    private static final int OLDEST = 140_000;

    private final Database database;

    PostgresHealth(Database database) {
        this.database = database;
    }

    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public ErrorCode failure() {
        return ErrorCode.UNREACHABLE_DATABASE;
    }

    @Override
    public Health look() {
        return database.query(handle -> {
            int number = handle.createQuery("SELECT current_setting('server_version_num')::int")
                    .mapTo(Integer.class)
                    .one();
            String version = handle.createQuery("SHOW server_version")
                    .mapTo(String.class)
                    .one();
            int migrations = handle.createQuery(
                            "SELECT count(*) FROM ingot.flyway_schema_history WHERE success AND version IS NOT NULL")
                    .mapTo(Integer.class)
                    .one();
            return health(number, "PostgreSQL " + version + ", " + migrations + " migrations, up to date");
        });
    }

    static Health health(int number, String detail) {
        if (number >= OLDEST) {
            return Health.good(detail);
        }
        return Health.bad(
                detail,
                Diagnostic.of(ErrorCode.UNSUPPORTED_PLATFORM, "PostgreSQL is older than 14")
                        .help("use a newer server: ingot config show --origin says where postgres.url was set"));
    }
}
