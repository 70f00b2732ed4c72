package dev.ingot.postgres.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.error.FailureKind;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlFailureKindsTest {
    @ParameterizedTest
    @CsvSource({
        "08006, TRANSIENT",
        "40001, TRANSIENT",
        "40P01, TRANSIENT",
        "57P01, TRANSIENT",
        "57014, TRANSIENT",
        "55P03, TRANSIENT",
        "53300, TRANSIENT",
        "53100, RESOURCE",
        "53200, RESOURCE",
        "58030, RESOURCE",
        "22003, DATA",
        "23505, DATA",
        "23503, DATA",
        "P0001, DATA",
        "42P01, BUG",
        "28P01, BUG",
        "3D000, BUG",
        "XX000, BUG"
    })
    void aStateIsOfAKind(String state, FailureKind kind) {
        Throwable failure = new RuntimeException("around", new SQLException("it failed", state));
        assertThat(SqlFailureKinds.of(failure)).contains(kind);
    }

    @Test
    void whatHasNoStateIsNotPostgresqlsToTell() {
        assertThat(SqlFailureKinds.of(new SQLException("a driver's own"))).isEmpty();
        assertThat(SqlFailureKinds.of(new IOException("away"))).isEmpty();
    }
}
