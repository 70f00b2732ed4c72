package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProgressOptionTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    private List<JsonNode> events(Answer answer) throws Exception {
        List<JsonNode> events = new ArrayList<>();
        for (String line : answer.err().lines().toList()) {
            events.add(new ObjectMapper().readTree(line));
        }
        return events;
    }

    @Test
    void jsonIsAnObjectALineForEachEventAndNothingElse() throws Exception {
        Answer answer = terminal.types("materialize", "bronze", "--progress", "json");

        List<JsonNode> events = events(answer);
        assertThat(events)
                .extracting(event -> event.get("event").asText())
                .containsExactly("run_started", "step_changed", "step_progress", "step_changed", "run_finished");
        assertThat(events.get(0).get("steps").get(0).get("asset").asText()).isEqualTo("bronze/orchard/apples");
        assertThat(events.get(1).get("step").get("status").asText()).isEqualTo("running");
        assertThat(events.get(2).get("doing").asText()).isEqualTo("picking");
        assertThat(events.get(3).get("step").get("rows").asLong()).isEqualTo(10);
        assertThat(events.get(4).get("status").asText()).isEqualTo("succeeded");
        assertThat(events.get(4).get("rejected").asLong()).isEqualTo(1);
    }

    @Test
    void jsonTellsAFailureWhole() throws Exception {
        orchard.executor().plant(Orchard.APPLES, () -> {
            throw new IllegalStateException("a worm");
        });

        Answer answer = terminal.types("materialize", "bronze", "--progress", "json");

        assertThat(answer.status()).isEqualTo(1);
        List<JsonNode> events = events(answer);
        assertThat(events.get(3).get("step").get("message").asText()).contains("a worm", "ingot runs logs");
        assertThat(events.get(4).get("status").asText()).isEqualTo("failed");
    }

    @Test
    void noneTellsOfTheEndAlone() {
        Answer answer = terminal.types("materialize", "bronze", "--progress", "none");

        assertThat(answer.err()).startsWith(System.lineSeparator() + "Run succeeded: 1 asset materialized");
    }

    @Test
    void whatIsNoModeIsRefusedWithThoseThatAre() {
        Answer answer = terminal.types("materialize", "--progress", "fancy");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--progress", "fancy", "AUTO, PLAIN, JSON, NONE");
    }
}
