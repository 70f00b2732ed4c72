package dev.ingot.core.plan;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.testing.World;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/t/raw");
    private static final AssetKey YEARS = AssetKey.parse("silver/t/years");
    private static final AssetKey FACT = AssetKey.parse("warehouse/t/fact");
    private static final AssetKey STATS = AssetKey.parse("gold/t/stats");

    private final World world = new World(
                    spec("bronze/t/raw").source("t/raw.csv"),
                    spec("silver/t/years").reads(RAW).partitioned(Partitioning.presentInSource("year")),
                    spec("gold/t/stats").reads(YEARS),
                    spec("warehouse/t/fact")
                            .reads(YEARS, PartitionMapping.identity())
                            .partitioned(Partitioning.presentInSource("year")))
            .holds("silver/t/years", "1996", "1997", "1998", "1999");

    @Test
    void withNothingThereEverythingIsMissing() {
        Plan plan = world.plan();
        assertThat(plan.steps()).extracting(PlanStep::asset).containsExactly(RAW, YEARS, STATS, FACT);
        assertThat(plan.steps().get(0).why()).isEqualTo("missing");
        assertThat(plan.steps().get(1).scope().discoversAll()).isTrue();
        assertThat(plan.steps().get(3).after()).containsExactly(2);
    }

    @Test
    void aRunOfEverythingLeavesNothingToDo() {
        assertThat(world.run(world.plan()).run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(partitions(YEARS)).hasToString("1996..1999");
        assertThat(partitions(FACT)).hasToString("1996..1999");
        assertThat(world.plan().isEmpty()).isTrue();
        assertThat(world.plan().fresh()).isEqualTo(4);
    }

    @Test
    void whatFollowsIsPlannedAgainWithItsReason() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        Plan plan = world.plan();
        assertThat(plan.steps())
                .extracting(PlanStep::why)
                .containsExactly(
                        "source changed: t/raw.csv",
                        "upstream changed: bronze/t/raw",
                        "upstream changed: silver/t/years",
                        "upstream changed: silver/t/years");
        assertThat(plan.steps().get(1).expected().rows()).isEqualTo(40);
        world.run(plan);
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @Test
    void anExactKeyIsThatAssetAlone() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        assertThat(world.plan("bronze/t/raw").steps())
                .extracting(PlanStep::asset)
                .containsExactly(RAW);
        Plan stats = world.plan(forced("gold", ""));
        assertThat(stats.steps()).extracting(PlanStep::why).containsExactly("forced");
        world.run(world.plan("bronze/t/raw"));
        assertThat(world.plan("gold/t/stats").isEmpty()).isTrue();
        assertThat(world.plan(forced("gold", "")).warnings())
                .singleElement()
                .asString()
                .startsWith("silver/t/years is stale");
    }

    @Test
    void aMissingUpstreamIsAnErrorThatSuggestsIt() {
        assertFails(ErrorCode.MISSING_UPSTREAM, "ingot materialize +silver/t/years", () -> world.plan("silver"));
        assertFails(ErrorCode.MISSING_UPSTREAM, "ingot materialize +warehouse/t/fact", () -> world.plan("warehouse"));
        assertFails(
                ErrorCode.MISSING_UPSTREAM,
                "ingot materialize +warehouse/t/fact",
                () -> world.plan("warehouse/t/fact@1996..1998"));
    }

    /** To materialize what does not exist yet helps nobody, though it never was. */
    @Test
    void anInputThatCannotBeMaterializedYetIsSaidToHaveNoPartition() {
        World early = new World(
                spec("bronze/t/days")
                        .partitioned(Partitioning.daily("day").start(2999).build()),
                spec("bronze/t/shops").partitioned(Partitioning.dynamic("shop", "shops")),
                spec("silver/t/all").reads(AssetKey.parse("bronze/t/days")),
                spec("gold/t/all").reads(AssetKey.parse("bronze/t/shops")));
        assertFails(ErrorCode.MISSING_UPSTREAM, "wait until the first window has ended", () -> early.plan("silver"));
        assertFails(ErrorCode.MISSING_UPSTREAM, "ingot partitions add bronze/t/shops NAME", () -> early.plan("gold"));
    }

    @Test
    void aSourceThatHasNotLandedIsAnError() {
        world.sources.clear();
        assertFails(ErrorCode.NOTHING_LANDED, "t/raw.csv", world::plan);
    }

    @Test
    void namedPartitionsOfAChainThatNeverRanGoThroughToItsFollowers() {
        Plan plan = world.plan(request("*", "1996,1998"));
        assertThat(plan.steps())
                .extracting(step -> step.scope().text())
                .containsExactly("", "1996, 1998", "", "1996, 1998");
        assertThat(world.run(plan).run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(partitions(YEARS)).hasToString("1996, 1998");
        assertThat(partitions(FACT)).hasToString("1996, 1998");
        assertThat(world.plan(request("*", "1996,1998")).isEmpty()).isTrue();
    }

    @Test
    void aRangeMeansWhatTheSourceHoldsOfIt() {
        Plan plan = world.plan(request("*", "1990..1997"));
        assertThat(plan.steps())
                .extracting(step -> step.scope().text())
                .containsExactly("", "1990..1997 present in the source", "", "1990..1997 present in the source");
        assertThat(world.run(plan).run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(partitions(YEARS)).hasToString("1996..1997");
        assertThat(partitions(FACT)).hasToString("1996..1997");
        world.run(world.plan());
        assertThat(partitions(YEARS)).hasToString("1996..1999");
        assertThat(partitions(FACT)).hasToString("1996..1999");
        assertThat(world.plan(request("*", "1990..1997")).isEmpty()).isTrue();
    }

    @Test
    void aRangeThatTheSourceLeftIsRemovedAndNothingBesideIt() {
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        world.holds("silver/t/years", "1997");
        world.run(world.plan(request("*", "1996..1997")));
        assertThat(partitions(YEARS)).hasToString("1997..1999");
        assertThat(partitions(FACT)).hasToString("1997..1999");
        world.run(world.plan());
        assertThat(partitions(YEARS)).hasToString("1997");
        assertThat(partitions(FACT)).hasToString("1997");
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @Test
    void aPartitionThatTheSourceDoesNotHoldIsNotMade() {
        world.run(world.plan(request("*", "1996,2050")));
        assertThat(partitions(YEARS)).hasToString("1996");
        assertThat(partitions(FACT)).hasToString("1996");
    }

    @Test
    void onceItIsSettledWhichPartitionsExistOthersAreRefused() {
        world.run(world.plan());
        for (String unknown : new String[] {"2050", "2050..2060", "1996,2050"}) {
            assertFails(
                    ErrorCode.UNKNOWN_PARTITION,
                    "its partitions are 1996..1999",
                    () -> world.plan(request("silver", unknown)));
            assertFails(
                    ErrorCode.UNKNOWN_PARTITION,
                    "its partitions are 1996..1999",
                    () -> world.plan(request("warehouse", unknown)));
        }
        assertFails(ErrorCode.UNKNOWN_PARTITION, "2050", () -> world.plan(forced("silver", "2050")));
        assertFails(
                ErrorCode.UNKNOWN_PARTITION,
                "silver@1997, silver@2050\n                             ^",
                () -> world.plan("silver@1997, silver@2050"));
        assertThat(world.plan(request("silver", "1990..1996")).isEmpty()).isTrue();
    }

    @Test
    void partitionsOfWhatHasNoneAreRefused() {
        assertFails(ErrorCode.UNKNOWN_PARTITION, "leave --partitions out", () -> world.plan(request("gold", "1996")));
    }

    @Test
    void forcedPartitionsRunAloneThoughFresh() {
        world.run(world.plan());
        Plan plan = world.plan(forced("silver", "1996..1997"));
        assertThat(plan.steps()).singleElement().satisfies(step -> {
            assertThat(step.why()).isEqualTo("forced");
            assertThat(step.scope().contains(dev.ingot.core.partition.PartitionKey.of("1998")))
                    .isFalse();
        });
        world.run(plan);
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @Test
    void oneNewPartitionIsAllThatItsFollowerRuns() {
        world.run(world.plan());
        world.executor.constant.add(RAW);
        world.executor.executed.clear();
        world.holds("silver/t/years", "1996", "1997", "1998", "1999", "2000");
        world.executor.constant.add(YEARS);
        world.run(world.plan(forced("silver", "")));
        world.executor.executed.clear();
        world.run(world.plan());
        assertThat(partitions(FACT)).hasToString("1996..2000");
    }

    @Test
    void partitionsThatAreStatedAreRunOnlyWhereTheyAreStale() {
        World fixed = new World(
                spec("bronze/t/raw").source("t/raw.csv").partitioned(Partitioning.yearly("year", 1995, 1999)),
                spec("silver/t/copy")
                        .reads(RAW, PartitionMapping.identity())
                        .partitioned(Partitioning.yearly("year", 1995, 1999)));
        Plan some = fixed.plan(request("*", "1996..1997"));
        assertThat(some.steps()).extracting(step -> step.scope().text()).containsExactly("1996..1997", "1996..1997");
        fixed.run(some);
        assertThat(fixed.plan().steps())
                .extracting(step -> step.scope().text())
                .containsExactly("1995, 1998..1999", "1995, 1998..1999");
        assertFails(ErrorCode.INVALID_PARTITION, "1995..1999", () -> fixed.plan(request("*", "1990..1994")));
    }

    @Test
    void upstreamThatReranToTheSameLeavesTheRestUnchanged() {
        world.executor.constant.add(RAW);
        world.run(world.plan());
        world.sources.put("t/raw.csv", "v2");
        assertThat(world.run(world.plan()).steps())
                .extracting(step -> step.status())
                .containsExactly(
                        StepStatus.SUCCEEDED, StepStatus.UNCHANGED, StepStatus.UNCHANGED, StepStatus.UNCHANGED);
        assertThat(world.plan().isEmpty()).isTrue();
    }

    @Test
    void aReasonStandsForEachKindOfChange() {
        world.run(world.plan());
        world.code.put(STATS, "2");
        assertThat(world.plan().steps())
                .singleElement()
                .satisfies(step -> assertThat(step.reasons())
                        .extracting(why -> why.reason().toString())
                        .containsExactly("code changed"));
    }

    @Test
    void forcingARangeOfWhatIsKnownLooksForNoOtherPartitions() {
        world.run(world.plan());
        Plan plan = world.plan(builder("silver", "1996..1998")
                .force(Force.CHOSEN)
                .batching(Batching.ofPartitions(1))
                .build());
        assertThat(plan.steps()).extracting(step -> step.scope().text()).containsExactly("1996", "1997", "1998");
        assertThat(world.run(plan).run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(world.plan().isEmpty()).isTrue();
        assertThat(world.plan(forced("silver", "")).steps().get(0).scope().discoversAll())
                .isTrue();
    }

    @Test
    void whatFollowsDaysIsTheMonthsThatNeedThem() {
        World days = calendars(daily(), monthly());
        Plan plan = days.plan(downstream("bronze", "2026-01-20..2026-02-03"));
        assertThat(texts(plan)).containsExactly("2026-01-20..2026-02-03", "2026-01..2026-02");
        assertThat(plan.steps().get(1).why()).isEqualTo("forced: bronze/t/raw");
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void whatFollowsMonthsIsTheirDays() {
        World months = calendars(monthly(), daily());
        assertThat(texts(months.plan(downstream("bronze", "2026-01"))))
                .containsExactly("2026-01", "2026-01-01..2026-01-31");
        assertThat(texts(months.plan(downstream("bronze", "2025-12..2026-01"))))
                .containsExactly("2025-12..2026-01", "2025-12-01..2026-01-31");
    }

    @Test
    void weeksFollowTheDaysInTheMiddleOfThem() {
        World days = calendars(
                daily(),
                Partitioning.weekly("week").start(LocalDate.of(2025, 12, 1)).build());
        assertThat(texts(days.plan(downstream("bronze", "2026-01-07..2026-01-08"))))
                .containsExactly("2026-01-07..2026-01-08", "2026-01-05");
    }

    @Test
    void whatGoesByOtherThingsFollowsThroughItsMapping() {
        World world = new World(
                spec("bronze/t/raw").source("t/raw.csv").partitioned(daily()),
                spec("silver/t/regions")
                        .reads(RAW, PartitionMapping.all())
                        .partitioned(Partitioning.fixed("region", List.of("north", "south"))),
                spec("silver/t/both")
                        .reads(RAW, PartitionMapping.dimensions().map("day", "day", PartitionMapping.identity()))
                        .partitioned(
                                Partitioning.crossed(daily(), Partitioning.fixed("region", List.of("north", "south")))),
                spec("gold/t/found")
                        .reads(RAW, PartitionMapping.all())
                        .partitioned(Partitioning.presentInSource("genre")));
        world.holds("gold/t/found", "comedy", "drama");
        world.run(world.plan());
        Plan plan = world.plan(downstream("bronze", "2026-01-07"));
        assertThat(texts(plan))
                .containsExactly(
                        "2026-01-07",
                        "2026-01-07~north, 2026-01-07~south",
                        "north, south",
                        "all present in the source");
    }

    @Test
    void whatFollowsOnlyOutsideOfTheRangeIsLeftOutAndNamed() {
        World lagging = new World(
                spec("bronze/t/raw").source("t/raw.csv").partitioned(Partitioning.yearly("year", 2001, 2004)),
                spec("silver/t/later")
                        .reads(RAW, PartitionMapping.offset(-1, -1))
                        .partitioned(Partitioning.yearly("year", 2002, 2005)),
                spec("silver/t/recent")
                        .reads(RAW, PartitionMapping.all())
                        .partitioned(Partitioning.yearly("year", 2003, 2005)));
        lagging.run(lagging.plan());
        Plan plan = lagging.plan(downstream("bronze", "2002"));
        assertThat(texts(plan)).containsExactly("2002");
        assertThat(plan.warnings())
                .containsExactly(
                        "silver/t/later needs what is forced, but of other partitions than 2002; it is left out",
                        "silver/t/recent needs what is forced, but of other partitions than 2002; it is left out");
    }

    @Test
    void whatWasNeverMadeIsDividedByWhatItReads() {
        Partitioning years = Partitioning.yearly("year", 2001, 2005);
        World world = new World(
                spec("bronze/t/raw").source("t/raw.csv").partitioned(years),
                spec("silver/t/copy").reads(RAW, PartitionMapping.identity()).partitioned(years),
                spec("silver/t/sums").reads(RAW).partitioned(years),
                spec("gold/t/again")
                        .reads(AssetKey.parse("silver/t/copy"), PartitionMapping.lookback(1))
                        .partitioned(years));
        assertThat(texts(world.plan(inBatches(200)))).as("nothing is known").hasSize(4);
        world.executor.bytes.put(RAW, 100L);
        world.run(world.plan("bronze"));
        Plan plan = world.plan(inBatches(200));
        // Each counts as 100 bytes, whether all years are read for each or a year twice.
        assertThat(texts(plan)).hasSize(9);
        for (int asset = 0; asset < 3; asset++) {
            assertThat(texts(plan).subList(asset * 3, asset * 3 + 3))
                    .containsExactly("2001..2002", "2003..2004", "2005");
        }
        assertThat(plan.steps()).allMatch(step -> step.expected().bytes() == 0);
        assertThat(world.run(plan).run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    private static PlanRequest inBatches(long bytes) {
        return PlanRequest.builder().batching(Batching.ofBytes(bytes)).build();
    }

    private static World calendars(Partitioning upstream, Partitioning downstream) {
        World world = new World(
                spec("bronze/t/raw").source("t/raw.csv").partitioned(upstream),
                spec("silver/t/follows")
                        .reads(RAW, PartitionMapping.overlapping())
                        .partitioned(downstream));
        world.run(world.plan());
        return world;
    }

    private static Partitioning daily() {
        return Partitioning.daily("day").start(LocalDate.of(2025, 12, 1)).build();
    }

    private static Partitioning monthly() {
        return Partitioning.monthly("month").start(LocalDate.of(2025, 12, 1)).build();
    }

    private static List<String> texts(Plan plan) {
        return plan.steps().stream().map(step -> step.scope().text()).toList();
    }

    private static PlanRequest downstream(String selection, String partitions) {
        return builder(selection, partitions).force(Force.DOWNSTREAM).build();
    }

    private PartitionSet partitions(AssetKey asset) {
        return world.ledger.snapshot().partitions(asset, true);
    }

    private static PlanRequest request(String selection, String partitions) {
        return builder(selection, partitions).build();
    }

    private static PlanRequest forced(String selection, String partitions) {
        return builder(selection, partitions).force(Force.CHOSEN).build();
    }

    private static PlanRequest.Builder builder(String selection, String partitions) {
        return PlanRequest.builder()
                .selection(Selection.parse(selection))
                .partitions(partitions.isEmpty() ? PartitionFilter.everything() : PartitionFilter.parse(partitions));
    }

    private static void assertFails(ErrorCode code, String text, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(IngotException.class, failure -> {
            assertThat(failure.diagnostic().code()).isEqualTo(code);
            assertThat(failure.diagnostic().text()).contains(text);
        });
    }
}
