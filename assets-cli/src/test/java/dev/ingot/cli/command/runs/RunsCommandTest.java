package dev.ingot.cli.command.runs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunsCommandTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    @Test
    void withoutARunItSaysHowToBegin() {
        assertThat(terminal.types("runs", "list").out()).isEqualTo("No run yet. Begin with: ingot materialize\n");
        assertThat(terminal.types("runs", "list", "-o", "json").out()).isEqualToIgnoringWhitespace("[]");
        assertThat(terminal.types("runs", "show", "last").status()).isEqualTo(2);
    }

    @Test
    void aRunIsListedAndShown() throws Exception {
        terminal.types("materialize", "+silver");
        terminal.types("materialize", "gold");

        JsonNode runs = new ObjectMapper()
                .readTree(terminal.types("runs", "list", "-o", "json").out());
        assertThat(runs.findValuesAsText("command")).containsExactly("materialize gold", "materialize +silver");
        assertThat(runs.findValuesAsText("status")).containsOnly("succeeded");

        String last = runs.get(0).get("run").asText();
        assertThat(terminal.types("runs", "show", "last").out())
                .contains("run " + last, "status        succeeded", "gold/orchard/cider", "2019..2021");
        assertThat(terminal.types("runs", "show").out())
                .isEqualTo(terminal.types("runs", "show", "last").out());
        assertThat(terminal.types("runs", "show", last.toLowerCase(Locale.ROOT)).out())
                .contains("run " + last);
    }

    @Test
    void aRunAsJsonHasItsSteps() throws Exception {
        terminal.types("materialize", "+silver");

        JsonNode run = new ObjectMapper()
                .readTree(terminal.types("runs", "show", "last", "-o", "json").out());
        assertThat(run.get("status").asText()).isEqualTo("succeeded");
        assertThat(run.get("steps").findValuesAsText("asset"))
                .containsExactly("bronze/orchard/apples", "silver/orchard/sorted_apples");
        assertThat(run.get("steps").get(1).get("rows").asLong()).isEqualTo(30);
        assertThat(run.get("steps").get(1).get("rejected").asLong()).isEqualTo(3);
    }

    @Test
    void whatWasExpectedStandsBesideWhatCame() {
        terminal.types("materialize", "+silver");
        terminal.types("materialize", "silver", "--force");

        String[] lines = terminal.types("runs", "show").out().split("\n");
        String heading = Arrays.stream(lines)
                .filter(line -> line.startsWith("  step "))
                .findFirst()
                .orElseThrow();
        String step = Arrays.stream(lines)
                .filter(line -> line.contains("silver/orchard/sorted_apples "))
                .findFirst()
                .orElseThrow();
        assertThat(heading.strip().split("\\s{2,}"))
                .containsSubsequence("rows", "expected", "rejected", "size", "expected", "time", "expected", "reason");
        assertThat(step.strip().split("\\s{2,}"))
                .containsSubsequence("30", "~30", "3", "6.0 KB", "~6.0 KB", "~9.0 s", "forced");
    }

    @Test
    void anAmbiguousBeginningAndAnUnknownIdAreRefused() {
        terminal.types("materialize", "bronze");
        terminal.types("materialize", "bronze", "--force");

        Answer ambiguous = terminal.types("runs", "show", "0");
        assertThat(ambiguous.status()).isEqualTo(2);
        assertThat(ambiguous.err()).contains("2 runs begin with '0'", "type more of the id");
        Answer unknown = terminal.types("runs", "show", "ZZZ");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).startsWith("error[unknown-run]: ");
    }
}
