package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        assertThat(step.get("partitions")).extracting(JsonNode::asText).containsExactly("2020..2021");
        assertThat(step.get("rows").asLong()).isEqualTo(20);
        assertThat(step.get("reasons").get(0).get("kind").asText()).isEqualTo("forced");
    }

    @Test
    void whatFollowsWhatIsForcedIsPlannedInItsOwnTerms() throws Exception {
        AssetKey monthly = AssetKey.parse("gold/orchard/cellar");
        Terminal cellar = new Terminal(
                folder,
                new FrameworkCommands(),
                new Orchard(AssetSpec.of(monthly, "Bottles by month.")
                        .reads(Orchard.SORTED, PartitionMapping.overlapping())
                        .partitioned(Partitioning.monthly("month")
                                .start(LocalDate.of(2019, 1, 1))
                                .end(LocalDate.of(2021, 1, 1))
                                .build())
                        .codeVersion("1")
                        .build()));
        cellar.types("materialize");

        Answer some = cellar.types(
                "plan", "silver/orchard/sorted_apples", "--force", "--downstream", "--partitions", "2020..2021");
        assertThat(some.out())
                .contains("silver/orchard/sorted_apples", "2020..2021", "gold/orchard/cellar", "2020-01..2020-12");
        assertThat(some.err()).isEmpty();
        Answer none =
                cellar.types("plan", "silver/orchard/sorted_apples", "--force", "--downstream", "--partitions", "2021");
        assertThat(none.out()).doesNotContain("gold/orchard/cellar");
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

    @Test
    void whatIsExpectedIsWhatItTookLastTime() {
        assertThat(terminal.types("plan").out())
                .contains("?     ?     ?     missing", "is not known: none of it has run");
        terminal.types("materialize");
        assertThat(terminal.types("plan", "--force").out())
                .contains("~30   6.0 KB  9.0 s  upstream changed")
                .contains("Expected: about 21 s, 70 rows, 14 KB.");
    }

    @Test
    void batchesOfAnAssetAreOneLineUnlessEachIsAskedFor() {
        terminal.types("materialize");
        assertThat(terminal.types("plan", "gold", "--force", "--batch", "1").out())
                .contains("3 steps to run:", "1-3   gold/orchard/cider  2019..2021  3 batches");
        assertThat(terminal.types("plan", "gold", "--force", "--batch", "1", "--all")
                        .out())
                .contains("2     gold/orchard/cider  2020        batch 2 of 3");
    }

    @Test
    void onlyWhatIsMissingOrHasFailedCanBeAskedFor() {
        terminal.types("materialize", "+silver, gold/orchard/cider@2020");
        assertThat(terminal.types("plan", "gold", "--only", "missing").out()).contains("2019, 2021");
        assertThat(terminal.types("plan", "--only", "failed").out())
                .isEqualTo("Nothing to do: no partition of 3 assets has failed.\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            plan --downstream           | --downstream says nothing without --force | --force --downstream
            plan --force --only missing | --force does not go with --only           | leave one of them out
            plan --batch 0              | --batch cannot be 0                       | at least 1
            plan --only some            | MISSING, FAILED                           | ingot plan --help
            materialize --plan no.json  | there is no such file                     | ingot plan --out no.json
            materialize gold --plan x   | --plan FILE says all that is to run       | ingot materialize --help
            plan --out no/such/x.json   | The plan cannot be saved                  | does not exist
            """)
    void argumentsThatDoNotGoTogetherAreRefused(String words, String what, String next) {
        Answer answer = terminal.types(words.split(" "));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains(what, next);
    }

    @Test
    void aSavedPlanRunsOnceAndOnlyWhileItIsTrue() {
        String file = folder.resolve("plan.json").toString();
        assertThat(terminal.types("plan", "--out", file).err()).contains("ingot materialize --plan " + file);
        Answer ran = terminal.types("materialize", "--plan", file);
        assertThat(ran.status()).isZero();
        assertThat(ran.err()).contains("3 assets materialized");
        Answer moved = terminal.types("materialize", "--plan", file);
        assertThat(moved.status()).isEqualTo(2);
        assertThat(moved.out()).isEmpty();
        assertThat(moved.err()).startsWith("error[plan-moved]: ").contains("gold/orchard/cider", "plan again");
    }

    @Test
    void aPlanOfAnotherProjectIsRefused() {
        String file = folder.resolve("plan.json").toString();
        terminal.types("plan", "--out", file, "--set", "project.name=meadow");
        assertThat(terminal.types("materialize", "--plan", file).err())
                .contains("another project", "meadow", "or set project.name", "where: " + file);
        assertThat(terminal.types("materialize", "--plan", file, "--set", "project.name=meadow")
                        .status())
                .isZero();
    }

    private JsonNode json(String... words) throws Exception {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-o";
        all[words.length + 1] = "json";
        return new ObjectMapper().readTree(terminal.types(all).out());
    }
}
