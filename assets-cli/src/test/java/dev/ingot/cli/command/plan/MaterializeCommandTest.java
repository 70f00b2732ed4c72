package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore.RunSession;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MaterializeCommandTest {
    @TempDir
    private Path folder;

    private final Orchard orchard = new Orchard();
    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    @Test
    void runsThePlanAndSumsItUp() {
        Answer answer = terminal.types("materialize");

        assertThat(answer.status()).isZero();
        assertThat(answer.out()).startsWith("3 steps to run:\n");
        assertThat(answer.err())
                .contains("✓ 1/3  bronze/orchard/apples", "✓ 3/3  gold/orchard/cider", "30 rows, 3 rejected")
                .contains("Run succeeded: 3 assets materialized, 70 rows, 7 rejected, ");
    }

    @Test
    void aRerunWithNothingChangedDoesNothingAndSaysSo() {
        terminal.types("materialize");
        Answer again = terminal.types("materialize");

        assertThat(again.status()).isZero();
        assertThat(again.out()).isEqualTo("Everything is fresh: 3 assets, nothing to do.\n");
        assertThat(orchard.runs().newest(10)).hasSize(1);
    }

    @Test
    void asJsonTheOutcomeAloneIsOnStandardOutput() throws Exception {
        JsonNode first = new ObjectMapper()
                .readTree(terminal.types("materialize", "-o", "json").out());
        JsonNode again = new ObjectMapper()
                .readTree(terminal.types("materialize", "-o", "json").out());

        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("run", "status", "fresh", "seconds", "rows", "rejected", "steps", "checks")
                .containsExactlyElementsOf(again::fieldNames);
        assertThat(first.get("status").asText()).isEqualTo("succeeded");
        assertThat(first.get("rows").asLong()).isEqualTo(70);
        assertThat(first.get("steps").get(2).get("asset").asText()).isEqualTo("gold/orchard/cider");
        assertThat(again.get("status").asText()).isEqualTo("fresh");
        assertThat(again.get("run").isNull()).isTrue();
    }

    @Test
    void aFailedStepFailsTheCommandAndSkipsWhatNeedsIt() {
        orchard.executor().plant(Orchard.SORTED, () -> {
            throw new IllegalStateException("the ladder broke");
        });
        Answer answer = terminal.types("materialize");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err())
                .contains("error[step-failed]: ", "the ladder broke", "skipped: silver/orchard/sorted_apples failed")
                .contains("Run failed: 1 asset materialized, 1 failed, 1 skipped")
                .doesNotContain("\tat ");

        orchard.executor().clear();
        assertThat(terminal.types("materialize").err()).contains("2 assets materialized");
    }

    @Test
    void aServiceThatCannotBeReachedIsThree() {
        orchard.executor().plant(Orchard.APPLES, () -> {
            throw new IngotException(Diagnostic.of(ErrorCode.UNREACHABLE_STORE, "No answer"));
        });

        assertThat(terminal.types("materialize").status()).isEqualTo(3);
    }

    @Test
    void aCheckThatBlocksIsFour() {
        orchard.executor().plant(Orchard.SORTED, () -> List.of(CheckResult.blocked("ripe", "3 are green")));
        Answer answer = terminal.types("materialize");

        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.err()).contains("check failed: ripe: 3 are green", "blocked");
    }

    @Test
    void aBlockedStepIsExplainedOnce() {
        orchard.executor().plant(Orchard.SORTED, () -> {
            throw new IngotException(
                    Diagnostic.of(ErrorCode.CHECK_FAILED, "silver/orchard/sorted_apples does not pass its check ripe")
                            .because("3 are green"));
        });
        Answer answer = terminal.types("materialize");

        assertThat(answer.status()).isEqualTo(4);
        assertThat(answer.err())
                .contains("blocked: silver/orchard/sorted_apples does not pass", "error[check-failed]: ", "3 are green")
                .contains("Run blocked: 1 asset materialized, 1 blocked by a check, 1 skipped");
        assertThat(terminal.types("partitions", "silver/orchard/sorted_apples").out())
                .contains("failed");
    }

    @Test
    void withoutWaitingASecondRunNamesTheHolderOfTheSlices() {
        Clock clock = Clock.systemUTC();
        Run run = Run.begun(RunId.create(clock), "materialize gold", "mara@orchard", clock.instant());
        try (RunSession session = orchard.runs().begin(run, List.of())) {
            assertThat(session).isNotNull();
            LeaseRequest apples = LeaseRequest.of(new StepId(run.id(), 1), Orchard.APPLES, PartitionSet.whole());
            assertThat(orchard.runs().leases().acquire(apples)).isInstanceOf(Grant.Granted.class);
            Answer answer = terminal.types("materialize", "--no-wait");

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.err())
                    .contains(
                            "Another run is writing to " + Orchard.APPLES,
                            "mara@orchard",
                            run.id().text(),
                            "--no-wait");
        }
    }

    @Test
    void partitionsOfAnAssetTellHowTheyStand() throws Exception {
        terminal.types("materialize", "+silver");
        terminal.types("materialize", "gold", "--partitions", "2019,2021");

        JsonNode rows = new ObjectMapper()
                .readTree(terminal.types("partitions", "gold/orchard/cider", "-o", "json")
                        .out());
        assertThat(rows.findValuesAsText("partition")).containsExactly("2019", "2020", "2021");
        assertThat(rows.findValuesAsText("status")).containsExactly("fresh", "missing", "fresh");
        assertThat(rows.get(0).get("rows").asLong()).isEqualTo(10);
        assertThat(rows.get(1).get("rows").isNull()).isTrue();
    }

    @Test
    void rowsOfAnAssetAreShown() {
        terminal.types("materialize");

        assertThat(terminal.types("show", "gold/orchard/cider@2020", "-n", "5", "--rejected")
                        .out())
                .isEqualTo("sort     weight  year  rejected\nboskoop       5  2020  true\n");
        assertThat(terminal.types("show", "gold/orchard/cider", "--staged", "last", "-o", "json")
                        .out())
                .contains("boskoop of last");
        assertThat(terminal.types("show", "gold/orchard/cider", "--staged", "last", "--rejected")
                        .status())
                .isEqualTo(2);
        assertThat(terminal.types("show", "gold/orchard/sider").err()).contains("did you mean gold/orchard/cider?");
        assertThat(terminal.types("show", "gold/orchard/cider", "-n", "0").status())
                .isEqualTo(2);
    }
}
