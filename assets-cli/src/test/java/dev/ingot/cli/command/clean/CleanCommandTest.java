package dev.ingot.cli.command.clean;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.event.RunId;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CleanCommandTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private Terminal terminal;
    private Path state;

    @BeforeEach
    void sitDown() throws IOException {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
        state = folder.resolve("state");
        for (String file : List.of("lake/a/b.parquet", "postgres/data/base", "landing/x/current.json", "mine.txt")) {
            Files.createDirectories(state.resolve(file).getParent());
            Files.writeString(state.resolve(file), "content");
        }
    }

    @Test
    void removesWhatIngotMadeAndNothingElse() {
        Answer answer = terminal.types("clean", "--yes");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains(state.resolve("lake").toString(), "Removed.");
        assertThat(state.resolve("lake")).doesNotExist();
        assertThat(state.resolve("postgres")).doesNotExist();
        assertThat(state.resolve("landing/x/current.json")).exists();
        assertThat(state.resolve("mine.txt")).exists();
        assertThat(terminal.types("clean", "--yes").out()).startsWith("Nothing to remove");
    }

    @Test
    void removesLandedFilesOnlyWhenToldTo() {
        terminal.types("clean", "--yes", "--landing");

        assertThat(state.resolve("landing")).doesNotExist();
        assertThat(state.resolve("mine.txt")).exists();
    }

    @Test
    void whereNobodyCanBeAskedItWantsTheFlag() {
        Answer answer = terminal.types("clean");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("say yes beforehand: --yes");
        assertThat(state.resolve("lake/a/b.parquet")).exists();
    }

    @Test
    void refusesWhileARunIsGoingOn() {
        Clock clock = Clock.systemUTC();
        Run run = Run.begun(RunId.create(clock), "materialize", "mara@orchard", clock.instant());
        try (RunSession session = orchard.runs().begin(run, List.of())) {
            assertThat(session).isNotNull();
            Answer answer = terminal.types("clean", "--yes");

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.err()).startsWith("error[lease-held]: ").contains("mara@orchard");
        }
        assertThat(state.resolve("lake/a/b.parquet")).exists();
    }

    @Test
    void refusesWhileTheDatabaseIsInUse() throws Exception {
        Files.writeString(state.resolve("postgres/data/postmaster.pid"), "1");

        assertThat(terminal.types("clean", "--yes").status()).isEqualTo(1);
        assertThat(state.resolve("lake/a/b.parquet")).exists();
    }

    @Test
    void followsNoLinkOutOfTheFolder() throws Exception {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("precious"), "content");
        Files.createSymbolicLink(state.resolve("lake/link"), outside);

        assertThat(terminal.types("clean", "--yes").status()).isZero();
        assertThat(outside.resolve("precious")).exists();
    }
}
