package dev.ingot.cli.command.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DoctorCommandTest {
    @TempDir
    private Path folder;

    private record Well(ErrorCode failure, Callable<Health> looking) implements HealthCheck {
        @Override
        public String name() {
            return "well";
        }

        @Override
        public Health look() throws Exception {
            return looking.call();
        }
    }

    private Terminal terminal(Callable<Health> looking) {
        Module well = new AbstractModule() {
            @Override
            protected void configure() {
                Multibinder.newSetBinder(binder(), HealthCheck.class)
                        .addBinding()
                        .toInstance(new Well(ErrorCode.UNREACHABLE_STORE, looking));
            }
        };
        return new Terminal(folder, new FrameworkCommands(), new Orchard(), well);
    }

    @Test
    void everyCheckIsALine() {
        Answer answer = terminal(() -> Health.good("full")).types("doctor");

        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains("✓ java", "✓ memory", "✓ disk", "✓ secrets", "✓ object store", "✓ well          full")
                .doesNotContain("✗");
    }

    @Test
    void whatCannotBeReachedExitsWith3AndSaysWhatToDo() {
        Answer answer = terminal(() -> {
                    throw new IngotException(Diagnostic.of(ErrorCode.UNREACHABLE_STORE, "The well is dry")
                            .because("no rain")
                            .help("dig"));
                })
                .types("doctor");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).contains("✗ well", "The well is dry: no rain", "do: dig");
    }

    @Test
    void whatNobodyForesawIsAFindingToo() {
        Answer answer = terminal(() -> {
                    throw new IllegalStateException("mud");
                })
                .types("doctor", "-o", "json");

        assertThat(answer.status()).isEqualTo(3);
        assertThat(answer.out()).contains("\"healthy\" : false", "unreachable-store", "mud");
    }

    @Test
    void aSecretThatLeadsNowhereIsToldWithoutBeingUnreachable() {
        Answer answer = terminal(() -> Health.good("full"))
                .with("INGOT_ORCHARD_GATE_CODE", "${file:nowhere}")
                .types("doctor");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).contains("✗ secrets", "${file:nowhere} refers to nothing", "do: write the secret to");
    }

    @Test
    void anAnswerThatDoesNotComeIsNotWaitedFor() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        Health health = new Examination(Duration.ofMillis(20)).of(new Well(ErrorCode.UNREACHABLE_SPARK, () -> {
            never.await();
            return Health.good("");
        }));

        assertThat(health.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNREACHABLE_SPARK));
    }
}
