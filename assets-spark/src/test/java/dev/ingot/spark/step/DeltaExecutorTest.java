package dev.ingot.spark.step;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.Lake;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeltaExecutorTest {
    @TempDir
    Path folder;

    Lake lake;

    @BeforeEach
    void emptyLake() {
        lake = new Lake(folder).with(Fruit.clean());
    }

    private void harvest(Row... picked) throws Exception {
        lake.put(Fruit.RAW, rows(Fruit.COLUMNS, picked));
    }

    private static Map<String, Long> counts(Materialization done) {
        return done.slices().stream()
                .collect(Collectors.toMap(slice -> slice.partition().toString(), Slice::rows));
    }

    private static Map<String, Long> rejections(Materialization done) {
        return done.slices().stream()
                .collect(Collectors.toMap(slice -> slice.partition().toString(), Slice::rejected));
    }

    @Test
    void discoversPartitionsAndKeepsRejectedRowsBeside() throws Exception {
        harvest(
                row("apple", 5, "1997"),
                row("pear", 200, "1998"),
                row("fig", 1, "1998"),
                row(null, 1, "1998"),
                row("kiwi", -1, "1999"),
                row("plum", 3, null));

        StepResult result = lake.run(Fruit.CLEAN, Lake.discovering());

        Materialization done = result.materialization();
        assertThat(counts(done)).isEqualTo(Map.of("1997", 1L, "1998", 2L, "", 3L));
        assertThat(rejections(done)).isEqualTo(Map.of("1997", 0L, "1998", 1L, "", 2L));
        assertThat(done.rows() + done.rejected()).isEqualTo(6);
        assertThat(lake.table(Fruit.CLEAN).count()).isEqualTo(3);
        assertThat(lake.rejected(Fruit.CLEAN)
                        .orderBy("rule")
                        .select("rule", "text", "year")
                        .collectAsList())
                .containsExactly(
                        row("has_fruit", "{\"kilos\":1,\"year\":\"1998\"}", "1998"),
                        row("has_year", "{\"fruit\":\"plum\",\"kilos\":3}", null),
                        row("positive", "{\"fruit\":\"kiwi\",\"kilos\":-1,\"year\":\"1999\"}", "1999"));
        assertThat(lake.rejected(Fruit.CLEAN).select("step").distinct().collectAsList())
                .containsExactly(row(done.step().toString()));
        assertThat(result.checks()).containsExactly(CheckResult.warned("light", "1 of 6 rows do not hold to it"));
    }

    @Test
    void aPartitionThatTheSourceNoLongerHoldsIsRemoved() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row(null, 2, "1998"));
        lake.run(Fruit.CLEAN, Lake.discovering());
        harvest(row("pear", 2, "1998"));

        Materialization done = lake.run(Fruit.CLEAN, Lake.discovering()).materialization();

        assertThat(done.removed()).isEqualTo(PartitionSet.of("1997"));
        assertThat(counts(done)).isEqualTo(Map.of("1998", 1L, "", 1L));
        assertThat(lake.table(Fruit.CLEAN).count()).isEqualTo(1);
        assertThat(lake.rejected(Fruit.CLEAN).count()).isZero();
    }

    @Test
    void someSlicesAreReplacedAndOthersStay() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row(null, 2, "1998"), row(null, 2, "1997"));
        Materialization first = lake.run(Fruit.CLEAN, Lake.discovering()).materialization();
        harvest(row("melon", 6, "1997"), row("melon", 7, "1998"));

        Materialization done = lake.run(Fruit.CLEAN, Lake.only("1998", "1999")).materialization();

        assertThat(counts(done)).isEqualTo(Map.of("1998", 1L));
        assertThat(done.removed()).isEqualTo(PartitionSet.of("1999"));
        assertThat(done.tableVersion()).isEqualTo(first.tableVersion() + 1);
        assertThat(lake.table(Fruit.CLEAN).orderBy("year").collectAsList())
                .containsExactly(row("apple", 5, "1997"), row("melon", 7, "1998"));
        assertThat(lake.rejected(Fruit.CLEAN).select("year").collectAsList()).containsExactly(row("1997"));
    }

    /** Though it is computed still: a definition, or who keeps its partitions by hand, has the last word. */
    @Test
    void aPartitionThatTheDefinitionNoLongerHasIsRemoved() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row(null, 2, "1997"));
        lake.with(byYear("1997", "1998"));
        lake.run(Fruit.CLEAN, Lake.only("1997", "1998"));
        lake.with(byYear("1998"));

        Materialization done = lake.run(Fruit.CLEAN, Lake.only("1997", "1998")).materialization();

        assertThat(done.removed()).isEqualTo(PartitionSet.of("1997"));
        assertThat(counts(done)).isEqualTo(Map.of("1998", 1L));
        assertThat(lake.table(Fruit.CLEAN).collectAsList()).containsExactly(row("pear", 2, "1998"));
        assertThat(lake.rejected(Fruit.CLEAN).count()).isZero();

        lake.with(byYear("1999"));
        assertThat(lake.run(Fruit.CLEAN, Lake.only("1998")).materialization().removed())
                .isEqualTo(PartitionSet.of("1998"));
        assertThat(lake.table(Fruit.CLEAN).count()).isZero();
    }

    private static DeltaAsset byYear(String... years) {
        return Fruit.asset(
                AssetSpec.of(Fruit.CLEAN, "What was picked.")
                        .reads(Fruit.RAW)
                        .partitioned(Partitioning.fixed("year", List.of(years)))
                        .expects(Fruit.rules())
                        .build(),
                inputs -> inputs.read(Fruit.RAW));
    }

    @Test
    void noRejectedRowMakesNoRejectedTable() throws Exception {
        harvest(row("apple", 5, "1997"));

        lake.run(Fruit.CLEAN, Lake.discovering());

        assertThat(Files.exists(Lake.folder(lake.tables.rejected(Fruit.CLEAN)))).isFalse();
    }

    @Test
    void aFenceAloneIsNoTableForReadersAndTheNextWriterMakesIt() throws Exception {
        harvest(row("apple", 5, "1997"), row(null, 5, "1997"));
        StepContext lost = lake.context(Fruit.CLEAN, Lake.discovering(), lake.nextStep());
        StepContext next = lake.context(Fruit.CLEAN, Lake.discovering(), lake.nextStep());
        lake.executor.fence(next.asset(), new Grant.Granted(next.lease(), List.of(lost.lease())));
        for (boolean rejected : List.of(false, true)) {
            SampleRequest all = new SampleRequest(next.asset(), Optional.empty(), 5, rejected);
            assertThat(lake.executor.sample(all).rows()).isEmpty();
        }
        assertThatThrownBy(() -> lake.executor.execute(lost)).hasMessageContaining("was lost");

        lake.executor.execute(next);

        assertThat(lake.table(Fruit.CLEAN).count()).isEqualTo(1);
        assertThat(lake.rejected(Fruit.CLEAN).count()).isEqualTo(1);
    }

    @Test
    void whoeverRejectsByAFormerDefinitionIsFencedOffToo() throws Exception {
        harvest(row("apple", 5, "1997"), row(null, 5, "1997"));
        lake.run(Fruit.CLEAN, Lake.discovering());
        Lease lost =
                lake.context(Fruit.CLEAN, Lake.discovering(), lake.nextStep()).lease();
        lake.with(Fruit.asset(
                AssetSpec.of(Fruit.CLEAN, "Rejects nothing any more.")
                        .reads(Fruit.RAW)
                        .partitioned(Partitioning.presentInSource("year"))
                        .build(),
                inputs -> inputs.read(Fruit.RAW)));
        for (AssetKey asset : List.of(Fruit.CLEAN, Fruit.RAW)) {
            StepContext next = lake.context(asset, Lake.discovering(), lake.nextStep());
            lake.executor.fence(next.asset(), new Grant.Granted(next.lease(), List.of(lost)));
        }

        Replaced all = Replaced.everything(List.of("year"));
        assertThatThrownBy(() -> SliceCommit.begin(TestSpark.session(), lake.tables.rejected(Fruit.CLEAN), all, lost))
                .hasMessageContaining("was lost");
        assertThat(Lake.folder(lake.tables.rejected(Fruit.RAW)))
                .as("where there is no table of rejected rows none is made")
                .doesNotExist();
    }

    @Test
    void aRuleThatFailsCommitsNothing() throws Exception {
        harvest(row("apple", 5, "1997"), row("durian", 5, "1997"), row(null, 5, "1997"));

        assertThatThrownBy(() -> lake.run(Fruit.CLEAN, Lake.discovering()))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.EXPECTATION_FAILED))
                .hasMessageContaining("durian");

        assertThat(Lake.folder(lake.tables.table(Fruit.CLEAN))
                        .resolve("_delta_log")
                        .toFile()
                        .list())
                .isNullOrEmpty();
        assertThat(Files.exists(Lake.folder(lake.tables.rejected(Fruit.CLEAN)))).isFalse();
    }

    @Test
    void theSameStepIsNotDoneTwice() throws Exception {
        harvest(row("apple", 5, "1997"));
        StepContext context = lake.context(Fruit.CLEAN, Lake.discovering(), lake.nextStep());

        Materialization first = lake.executor.execute(context).materialization();
        Materialization second = lake.executor.execute(context).materialization();

        assertThat(second).isEqualTo(first);
        assertThat(lake.executor.committed(context.asset(), context.step())).contains(first);
        assertThat(lake.executor.committed(context.asset(), lake.nextStep())).isEmpty();
        assertThat(lake.table(Fruit.CLEAN).count()).isEqualTo(1);
    }

    /** The first attempt died after it had committed its rejected rows; the second reads something else. */
    @Test
    void whatAnEarlierAttemptRejectedIsReplacedWhenItIsNotTheSame() throws Exception {
        harvest(row("apple", 5, "1997"), row(null, 2, "1998"));
        StepId step = lake.nextStep();
        lake.executor.execute(lake.context(Fruit.CLEAN, Lake.discovering(), step));
        forget(Fruit.CLEAN);
        harvest(row("apple", 5, "1997"), row(null, 2, "1998"), row(null, 3, "1998"));

        Materialization done = lake.executor
                .execute(lake.context(Fruit.CLEAN, Lake.discovering(), step))
                .materialization();

        assertThat(done.rejected()).isEqualTo(2);
        assertThat(lake.rejected(Fruit.CLEAN).count()).isEqualTo(2);

        forget(Fruit.CLEAN);
        harvest(row("apple", 5, "1997"));
        lake.executor.execute(lake.context(Fruit.CLEAN, Lake.discovering(), step));
        assertThat(lake.rejected(Fruit.CLEAN).count()).isZero();
    }

    @Test
    void whatAnEarlierAttemptRejectedIsKeptWhenItIsTheSame() throws Exception {
        harvest(row("apple", 5, "1997"), row(null, 2, "1998"));
        StepContext context = lake.context(Fruit.CLEAN, Lake.discovering(), lake.nextStep());
        lake.executor.execute(context);
        forget(Fruit.CLEAN);

        lake.executor.execute(context);

        assertThat(lake.tables.rejectedLog(Fruit.CLEAN).all()).hasSize(1);
        assertThat(lake.rejected(Fruit.CLEAN).count()).isEqualTo(1);
    }

    /** As if the good rows had never been committed. */
    private void forget(AssetKey asset) throws IOException {
        try (Stream<Path> files = Files.walk(Lake.folder(lake.tables.table(asset)))) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        DeltaLog.clearCache();
    }

    @Test
    void anAttemptDoesNotCountAsDoneWhenSomebodyHasWrittenSince() throws Exception {
        harvest(row("apple", 5, "1997"));
        StepId step = lake.nextStep();
        lake.executor.execute(lake.context(Fruit.CLEAN, Lake.discovering(), step));
        harvest(row("pear", 1, "1997"));
        lake.run(Fruit.CLEAN, Lake.discovering());
        harvest(row("fig", 1, "1997"));

        lake.executor.execute(lake.context(Fruit.CLEAN, Lake.discovering(), step));

        assertThat(lake.table(Fruit.CLEAN).select("fruit").collectAsList()).containsExactly(row("fig"));
    }

    @Test
    void equalContentHasEqualVersionsWhateverTheOrder() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row("fig", 2, "1998"));
        Materialization first = lake.run(Fruit.CLEAN, Lake.discovering()).materialization();
        harvest(row("fig", 2, "1998"), row("apple", 5, "1997"), row("pear", 2, "1998"));
        Materialization second = lake.run(Fruit.CLEAN, Lake.discovering()).materialization();
        harvest(row("fig", 2, "1998"), row("apple", 6, "1997"), row("pear", 2, "1998"));
        Materialization third = lake.run(Fruit.CLEAN, Lake.discovering()).materialization();

        assertThat(versions(second)).isEqualTo(versions(first));
        assertThat(versions(third).get("1998")).isEqualTo(versions(first).get("1998"));
        assertThat(versions(third).get("1997")).isNotEqualTo(versions(first).get("1997"));
        assertThat(versions(third).get("")).isNotEqualTo(versions(first).get(""));
    }

    private static Map<String, String> versions(Materialization done) {
        return done.slices().stream()
                .collect(Collectors.toMap(slice -> slice.partition().toString(), Slice::dataVersion));
    }

    @Test
    void anEmptyTableIsATable() throws Exception {
        Materialization done = lake.put(Fruit.RAW, rows(Fruit.COLUMNS)).materialization();

        assertThat(done.slices())
                .extracting(Slice::rows, Slice::dataVersion)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0L, "0-0"));
        assertThat(lake.table(Fruit.RAW).columns()).containsExactly("fruit", "kilos", "year");
    }

    @Test
    void inputsAreReadAtTheVersionThatTheStepBeganWith() throws Exception {
        harvest(row("apple", 5, "1997"));
        StepContext pinned = lake.context(Fruit.CLEAN, Lake.discovering(), lake.nextStep());
        harvest(row("pear", 1, "1998"));

        lake.executor.execute(pinned);

        assertThat(lake.table(Fruit.CLEAN).select("fruit").collectAsList()).containsExactly(row("apple"));
    }

    @Test
    void samplesGoodAndRejectedRows() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row(null, 2, "1998"));
        lake.run(Fruit.CLEAN, Lake.discovering());

        RowSample good =
                lake.executor.sample(new SampleRequest(Fruit.clean(), Optional.of(PartitionKey.of("1998")), 5, false));
        RowSample rejected = lake.executor.sample(new SampleRequest(Fruit.clean(), Optional.empty(), 5, true));

        assertThat(good.columns()).containsExactly("fruit", "kilos", "year");
        assertThat(good.rows()).isEqualTo(List.of(List.of("pear", 2, "1998")));
        assertThat(rejected.rows()).hasSize(1);
    }
}
