package dev.ingot.cli.command.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.event.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsLogsTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    private void fails() {
        orchard.executor().plant(Orchard.SORTED, () -> {
            throw new IllegalStateException("wrapped", new IOException("a worm"));
        });
        assertThat(terminal.types("materialize", "*").status()).isEqualTo(1);
    }

    private RunId last() {
        return orchard.runs().newest(1).get(0).id();
    }

    @Test
    void theLogOfAStepTellsItsWholeStory() {
        terminal.types("materialize", "bronze");

        Answer answer = terminal.types("runs", "logs", "last", "--step", "1");

        assertThat(answer.status()).isZero();
        assertThat(answer.out().lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line).matches("\\d{4}-\\d\\d-\\d\\dT[\\d:]{8}\\S*Z INFO  ingot .*"));
        assertThat(answer.out())
                .containsSubsequence("bronze/orchard/apples begins: ", "picking", "succeeded: 10 rows, 1 rejected, ");
    }

    @Test
    void aFailureIsThereWithAllItsCauses() {
        fails();

        Answer answer = terminal.types("runs", "logs", "--step", "silver/orchard/sorted_apples");

        assertThat(answer.out())
                .containsSubsequence(
                        "IllegalStateException: wrapped",
                        "RunsLogsTest",
                        "Caused by: java.io.IOException: a worm",
                        "ERROR ingot failed: Materializing silver/orchard/sorted_apples failed");
    }

    @Test
    void theFailureItselfLeadsThere() {
        fails();

        Answer answer = terminal.types("materialize", "*");

        assertThat(answer.err())
                .contains(
                        "why:   IOException: a worm",
                        "do:    see all of it: ingot runs logs " + last() + " --step 1",
                        "ingot runs retry " + last());
    }

    @Test
    void ofSeveralStepsEachHasATitleAndThoseThatNeverBeganHaveNone() {
        fails();

        assertThat(terminal.types("runs", "logs").out())
                .contains("step 1 bronze/orchard/apples\n", "\n\nstep 2 silver/orchard/sorted_apples@2019..2021\n")
                .doesNotContain("step 3");
        assertThat(terminal.types("runs", "logs", "--step", "3").err()).startsWith("Nothing is logged of this");
    }

    @Test
    void aRunThatIsOverIsFollowedToItsEnd() {
        terminal.types("materialize", "+silver");

        assertThat(terminal.types("runs", "logs", "--follow").out().lines())
                .allSatisfy(line -> assertThat(line).startsWith("["))
                .anySatisfy(line -> assertThat(line).startsWith("[1 bronze/orchard/apples] "))
                .anySatisfy(line -> assertThat(line)
                        .contains("[2 silver/orchard/sorted_apples@2019..2021] ", " succeeded: 30 rows"));
    }

    @Test
    void machinesGetAllOfItInOneDocument() throws Exception {
        fails();

        JsonNode logs = new ObjectMapper()
                .readTree(terminal.types("runs", "logs", "-o", "json").out());

        assertThat(logs.findValuesAsText("status")).containsExactly("succeeded", "failed");
        assertThat(logs.get(1).get("step").asText()).isEqualTo(last() + ".2");
        assertThat(Path.of(logs.get(1).get("file").asText()))
                .isEqualTo(folder.resolve("state/logs/" + last() + "/002.log"))
                .exists();
        assertThat(logs.get(1).get("lines").size()).isGreaterThan(5);
        assertThat(terminal.types("runs", "logs", "-o", "json", "-f").status()).isEqualTo(2);
    }

    @Test
    void aStepThatIsNotInTheRunIsRefused() {
        terminal.types("materialize", "bronze");

        Answer answer = terminal.types("runs", "logs", "--step", "bronze/orchard/aples");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("has no step", "did you mean bronze/orchard/apples?", "ingot runs show " + last());
    }

    @Test
    void onlyTheNewestRunsKeepTheirLogs() throws Exception {
        for (int run = 0; run < 3; run++) {
            terminal.types("materialize", "bronze", "--force", "--set", "log.runs=2");
        }

        try (var kept = Files.list(folder.resolve("state/logs"))) {
            assertThat(kept).hasSize(2);
        }
        assertThat(terminal.types("runs", "logs").out()).contains("succeeded: 10 rows");
    }

    @Test
    void howAStepBeganAndEndedIsKnownWhenItsLogIsGone() throws Exception {
        terminal.types("materialize", "bronze");
        Files.delete(folder.resolve("state/logs/" + last() + "/001.log"));

        Answer answer = terminal.types("runs", "logs");

        assertThat(answer.out().lines()).hasSize(2);
        assertThat(answer.out()).containsSubsequence(" begins: ", "succeeded: 10 rows");
        assertThat(answer.err()).contains("it was removed since; see the setting log.runs");
        assertThat(new ObjectMapper()
                        .readTree(terminal.types("runs", "logs", "-o", "json").out())
                        .get(0)
                        .get("file")
                        .isNull())
                .isTrue();
    }
}
