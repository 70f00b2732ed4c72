package dev.ingot.cli.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.storage.StoreProbe;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Each finding has a code, and says what to do. */
final class HealthChecksTest {
    private static final long GIGABYTE = 1L << 30;
    private static final Path STATE = Path.of("state");

    private static void assertBad(Health health, ErrorCode code, String help) {
        assertThat(health.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo(code);
            assertThat(problem.help()).anyMatch(next -> next.contains(help));
        });
    }

    @Test
    void java() {
        assertThat(MachineChecks.java(Runtime.Version.parse("21.0.1")).problems())
                .isEmpty();
        assertBad(
                MachineChecks.java(Runtime.Version.parse("25")), ErrorCode.UNSUPPORTED_JAVA, "export INGOT_JAVA_HOME=");
    }

    @Test
    void memory() {
        assertThat(MachineChecks.memory(GIGABYTE).problems()).isEmpty();
        assertBad(MachineChecks.memory(GIGABYTE / 2), ErrorCode.UNSUPPORTED_PLATFORM, "export INGOT_JAVA_OPTS=-Xmx2g");
    }

    @Test
    void disk() {
        assertThat(MachineChecks.disk(STATE, GIGABYTE, true).problems()).isEmpty();
        assertBad(MachineChecks.disk(STATE, GIGABYTE / 2, true), ErrorCode.DISK_FULL, "export INGOT_STATE=");
        assertBad(MachineChecks.disk(STATE, GIGABYTE, false), ErrorCode.STORAGE_FAILED, "export INGOT_STATE=");
    }

    @Test
    void store() {
        StoreProbe.Finding careless = new StoreProbe.Finding(false, Duration.ZERO);
        assertBad(StoreCheck.health(careless, true), ErrorCode.UNSAFE_STORE, "--set storage.shared=false");
        assertThat(StoreCheck.health(careless, false).problems()).isEmpty();

        assertBad(
                StoreCheck.health(new StoreProbe.Finding(true, Duration.ofHours(-1)), true),
                ErrorCode.UNREACHABLE_STORE,
                "timedatectl set-ntp true");
        assertThat(StoreCheck.health(new StoreProbe.Finding(true, Duration.ofMinutes(4)), true)
                        .problems())
                .isEmpty();
    }
}
