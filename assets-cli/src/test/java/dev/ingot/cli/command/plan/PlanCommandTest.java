package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlanCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void saysWhatWouldRunInWhichOrderAndWhy() {
        Answer answer = terminal.types("plan");

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).startsWith("3 steps to run:\n").contains("missing", "2019..2021");
        assertThat(answer.out().indexOf("bronze/")).isLessThan(answer.out().indexOf("silver/"));
        assertThat(answer.out().indexOf("silver/")).isLessThan(answer.out().indexOf("gold/"));
    }

    @Test
    void theExitCodeTellsWhetherThereIsWorkOnlyWhenAskedTo() {
        assertThat(terminal.types("plan", "--exit-code").status()).isEqualTo(5);
        terminal.types("materialize");

        Answer fresh = terminal.types("plan", "--exit-code");
        assertThat(fresh.status()).isZero();
        assertThat(fresh.out()).isEqualTo("Everything is fresh: 3 assets, nothing to do.\n");
    }

    @Test
    void partitionsAndForceNarrowAndWiden() throws Exception {
        terminal.types("materialize");

        JsonNode plan = json("plan", "silver/orchard/sorted_apples", "--partitions", "2020..2021", "--force");
        assertThat(plan.get("steps")).hasSize(1);
        JsonNode step = plan.get("steps").get(0);
        assertThat(step.get("partitions")).extracting(JsonNode::asText).containsExactly("2020", "2021");
        assertThat(step.get("rows").asLong()).isEqualTo(20);
        assertThat(step.get("reasons").get(0).get("kind").asText()).isEqualTo("forced");
    }

    @Test
    void asJsonItHasStepsFreshAndWarnings() throws Exception {
        JsonNode plan = json("plan");

        assertThat(plan.fieldNames()).toIterable().contains("ingot_plan", "project", "fresh", "warnings", "steps");
        assertThat(plan.get("steps").findValuesAsText("asset"))
                .containsExactly("bronze/orchard/apples", "silver/orchard/sorted_apples", "gold/orchard/cider");
    }

    @Test
    void aPartitionThatCannotExistIsWrongUsage() {
        Answer answer = terminal.types("plan", "gold/orchard/cider@2030");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error[").contains("2030", "2019..2021");
    }

    @Test
    void aMissingInputSuggestsToIncludeIt() {
        Answer answer = terminal.types("plan", "gold");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .startsWith("error[missing-upstream]: ")
                .contains("ingot materialize +gold/orchard/cider");
    }

    private JsonNode json(String... words) throws Exception {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-o";
        all[words.length + 1] = "json";
        return new ObjectMapper().readTree(terminal.types(all).out());
    }
}
