package dev.ingot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SimulateCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void itSaysWhetherTheInvariantsHold() {
        Answer answer = terminal.types("simulate", "--assets", "20", "--partitions", "200", "--seed", "3");
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains("simulation of 20 assets with 200 partitions, seed 3", "invariants    all hold")
                .containsPattern("[0-9]+ times: no more steps are in a pool than it has places");
    }

    @Test
    void equalSeedsAreEqualSimulations() throws Exception {
        assertThat(simulate()).isEqualTo(simulate()).isPositive();
    }

    private double simulate() throws Exception {
        JsonNode report = new ObjectMapper()
                .readTree(terminal.types("simulate", "--assets", "20", "--partitions", "200", "-o", "json")
                        .out());
        assertThat(report.get("violation").isNull()).isTrue();
        return report.get("makespan").asDouble();
    }

    @Test
    void whatCannotBeIsRefused() {
        Answer answer = terminal.types("simulate", "--assets", "0");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("there must be assets, not 0");
    }
}
