package dev.ingot.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.error.ErrorCode;
import org.junit.jupiter.api.Test;

final class PostgresHealthTest {
    @Test
    void aServerThatNobodyMendsAnyMoreIsTold() {
        assertThat(PostgresHealth.health(180_001, "PostgreSQL 18.1").problems()).isEmpty();
        assertThat(PostgresHealth.health(130_022, "PostgreSQL 13.22").problems())
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.code()).isEqualTo(ErrorCode.UNSUPPORTED_PLATFORM);
                    assertThat(problem.help()).singleElement().asString().contains("ingot config show --origin");
                });
    }
}
