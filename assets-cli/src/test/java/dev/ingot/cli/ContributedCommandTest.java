package dev.ingot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

final class ContributedCommandTest {
    @TempDir
    private Path folder;

    private final Kitchen kitchen = new Kitchen();

    @Test
    void helpListsTheCommandAndMakesNothing() {
        Answer answer = terminal().types("--help");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("bake", "Bake loaves.", "--state", "-o");
        assertThat(kitchen.events).isEmpty();
    }

    @Test
    void itsOwnHelpMakesNothingEither() {
        Answer answer = terminal().types("bake", "--help");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("--loaves", "Examples:");
        assertThat(kitchen.events).isEmpty();
    }

    @Test
    void whatItAsksForIsInjectedWithAllOptionsKnownAndClosedAtTheEnd() {
        Answer answer = terminal().types("bake", "--loaves", "3", "--state", "elsewhere");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).isEqualTo("loaf  kilos\nrye     3.5\n");
        assertThat(kitchen.events)
                .containsExactly("oven at " + folder.resolve("elsewhere"), "baked 3", "closed the oven");
    }

    @Test
    void jsonNamesTheColumns() {
        Answer answer = terminal().types("-o", "json", "bake");

        assertThat(answer.out()).isEqualToIgnoringWhitespace("[{\"loaf\": \"rye\", \"kilos\": 3.5}]");
    }

    @Test
    void itsFailureIsTold() {
        Answer answer = terminal().types("bake", "--loaves", "1000");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isEqualTo("""
                        error[invalid-argument]: So many loaves do not fit
                          where: oven
                          do:    bake fewer
                        """);
    }

    @Test
    void aStackTraceIsOneFlagAway() {
        Answer answer = terminal().types("bake", "--loaves", "1000", "--stacktrace");

        assertThat(answer.err()).contains("do:    bake fewer", "at dev.ingot.cli.ContributedCommandTest");
    }

    @Test
    void anUnforeseenFailureIsReportedWithAFile() {
        Answer answer = terminal().types("bake", "--loaves", "-1");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).startsWith("error[internal]: ").contains("ArithmeticException", "logs/failure-");
        assertThat(answer.err()).doesNotContain("\tat ");
    }

    private Terminal terminal() {
        return new Terminal(folder, kitchen);
    }

    /** Somebody's module with a command and something to close. */
    static final class Kitchen extends AbstractModule implements CommandModule {
        private final List<String> events = new ArrayList<>();

        @Override
        protected void configure() {
            install(new MemoryStores());
        }

        @Override
        public List<Class<?>> commands() {
            return List.of(Bake.class);
        }

        @Provides
        @Singleton
        Oven oven(Settings settings) {
            events.add("oven at " + settings.state());
            return new Oven(events);
        }
    }

    record Oven(List<String> events) implements AutoCloseable {
        void bake(int loaves) {
            if (loaves > 100) {
                throw new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "So many loaves do not fit")
                        .at("oven")
                        .help("bake fewer"));
            }
            if (loaves < 0) {
                throw new ArithmeticException("no such number");
            }
            events.add("baked " + loaves);
        }

        @Override
        public void close() {
            events.add("closed the oven");
        }
    }

    @Command(
            name = "bake",
            description = "Bake loaves.",
            footer = {"", "Examples:", "  ingot bake --loaves 3"})
    static final class Bake implements IngotCommand {
        @Option(names = "--loaves", paramLabel = "N", description = "How many.")
        private int loaves = 1;

        @Inject
        private Console console;

        @Inject
        private Oven oven;

        @Override
        public ExitCode run() {
            oven.bake(loaves);
            console.table(List.of("loaf", "kilos"), List.of(Arrays.asList("rye", 3.5)));
            return ExitCode.OK;
        }
    }
}
