package dev.ingot.core.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.Expected;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Commit;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.run.Failures;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.testing.FakeAsset;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BatchesTest {
    private static final AssetKey YEARS = AssetKey.parse("silver/t/years");
    private static final long MEGABYTE = 1 << 20;

    @Test
    void neighboursGoTogetherUntilTheyAreTooBig() {
        assertThat(scopes(years(), Batching.ofBytes(250 * MEGABYTE)))
                .containsExactly("1991..1992", "1993", "1994..1995", "1996");
        assertThat(scopes(years(), Batching.ofBytes(450 * MEGABYTE))).containsExactly("1991..1993", "1994..1996");
        assertThat(scopes(years(), Batching.unlimited())).containsExactly("1991..1996");
    }

    @Test
    void aSliceThatIsTooBigIsABatchOfItsOwn() {
        assertThat(scopes(years(), Batching.ofBytes(1)))
                .containsExactly("1991", "1992", "1993", "1994", "1995", "1996");
    }

    @Test
    void anAssetsOwnSizeCountsAndTheSmallerNumber() {
        AssetSpec.Builder own = years().batch(new Batching(1000 * MEGABYTE, 4));
        assertThat(scopes(own, Batching.ofBytes(1))).containsExactly("1991..1994", "1995..1996");
        assertThat(scopes(own, Batching.ofPartitions(5))).containsExactly("1991..1994", "1995..1996");
        assertThat(scopes(own, Batching.ofPartitions(3))).containsExactly("1991..1993", "1994..1996");
    }

    @Test
    void whatIsNotThereIsExpectedToBeAsTheOthersAre() {
        Plan plan = plan(years(), Batching.unlimited());
        assertThat(plan.steps())
                .extracting(PlanStep::expected)
                .containsExactly(
                        new Expected(6 * 1000, (100 + 100 + 200 + 100 + 100 + 120) * MEGABYTE, Duration.ofSeconds(12)));
    }

    @Test
    void whereNothingIsThereNothingIsKnown() {
        AssetSpec.Builder other = FakeAsset.spec("silver/t/other").partitioned(Partitioning.yearly("year", 1991, 1996));
        assertThat(plan(other, Batching.ofBytes(1)).steps())
                .singleElement()
                .extracting(PlanStep::expected)
                .isEqualTo(Expected.unknown());
    }

    @Test
    void aLimitBelowNothingIsRefused() {
        assertThatThrownBy(() -> Batching.ofPartitions(-1))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.INVALID_GRAPH));
    }

    private static AssetSpec.Builder years() {
        return FakeAsset.spec(YEARS.toString()).partitioned(Partitioning.yearly("year", 1991, 1996));
    }

    private static List<String> scopes(AssetSpec.Builder spec, Batching limits) {
        return plan(spec, limits).steps().stream()
                .map(step -> step.scope().text())
                .toList();
    }

    /** 100 MB a year in 2 seconds, but 200 MB in 1993; 1996 was never made. */
    private static Plan plan(AssetSpec.Builder spec, Batching limits) {
        List<LedgerEntry> entries = new ArrayList<>();
        for (int year = 1991; year < 1996; year++) {
            StepId step = new StepId(new RunId("01JNA000000000000000000001"), year - 1990);
            Commit commit = new Commit(step, 1, "old", Instant.EPOCH, Duration.ofSeconds(2));
            long bytes = (year == 1993 ? 200 : 100) * MEGABYTE;
            entries.add(new LedgerEntry(commit, new Slice(PartitionKey.of("" + year), "v", 1000, 0, bytes, Map.of())));
        }
        ProjectState state = new ProjectState(
                LedgerSnapshot.of(Map.of(YEARS, entries)),
                Failures.none(),
                source -> Optional.empty(),
                asset -> "new",
                PartitionFacts.at(Instant.parse("2026-03-01T10:00:00Z")));
        return new Planner(AssetGraph.of(List.of(FakeAsset.of(spec))), state)
                .plan(PlanRequest.builder().batching(limits).build());
    }
}
