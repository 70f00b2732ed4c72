package dev.ingot.spark.step;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.Lake;
import dev.ingot.spark.commit.StagedManifests;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is checked before anybody else can see it. */
class AuditTest {
    @TempDir
    Path folder;

    Lake lake;
    Location table;

    @BeforeEach
    void emptyLake() throws Exception {
        lake = new Lake(folder).with(Fruit.clean());
        table = lake.tables.table(Fruit.CLEAN);
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row(null, 1, "1998"));
        lake.run(Fruit.CLEAN, Lake.discovering());
    }

    private void harvest(Row... picked) throws Exception {
        lake.put(Fruit.RAW, rows(Fruit.COLUMNS, picked));
    }

    private void checking(BiFunction<AssetInputs, Dataset<Row>, List<CheckResult>> check) {
        AssetSpec spec = AssetSpec.of(Fruit.CLEAN, "What was picked.")
                .reads(Fruit.RAW)
                .partitioned(Partitioning.presentInSource("year"))
                .expects(Fruit.rules())
                .build();
        lake.with(Fruit.asset(spec, inputs -> inputs.read(Fruit.RAW), check));
    }

    private static List<CheckResult> blocked(AssetInputs inputs, Dataset<Row> written) {
        return List.of(CheckResult.blocked("enough", written.count() + " rows"));
    }

    private IngotException fails(StepScope scope) {
        List<IngotException> failure = new ArrayList<>();
        assertThatThrownBy(() -> lake.run(Fruit.CLEAN, scope))
                .isInstanceOfSatisfying(IngotException.class, failure::add);
        return failure.get(0);
    }

    private RowSample staged(String run, Optional<PartitionKey> partition) {
        return lake.executor.sample(new SampleRequest(Fruit.clean(), partition, 10, false, Optional.of(run)));
    }

    private Set<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake/silver"))) {
            return files.filter(Files::isRegularFile).collect(Collectors.toSet());
        }
    }

    @Test
    void aCheckSeesExactlyTheRowsThatWouldBeCommitted() throws Exception {
        harvest(row("melon", 6, "1998"), row(null, 7, "1998"), row("quince", 1, "2000"));
        List<Row> seen = new ArrayList<>();
        checking((inputs, written) -> {
            assertThat(lake.table(Fruit.CLEAN).count()).as("committed").isEqualTo(2);
            seen.addAll(written.orderBy("year").collectAsList());
            return List.of(CheckResult.passed("seen", "all"));
        });

        StepResult result = lake.run(Fruit.CLEAN, Lake.only("1998", "2000"));

        assertThat(seen).containsExactly(row("melon", 6, "1998"), row("quince", 1, "2000"));
        assertThat(result.checks()).containsExactly(CheckResult.passed("seen", "all"));
        assertThat(new StagedManifests(table).steps()).isEmpty();
    }

    @Test
    void aBlockingCheckLeavesTheTableAndItsRejectedRowsAsTheyWere() throws Exception {
        Set<Path> before = files();
        harvest(row("melon", 6, "1998"), row(null, 7, "1998"), row(null, 8, "1998"));
        checking(AuditTest::blocked);

        IngotException failure = fails(Lake.only("1998"));

        assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.CHECK_FAILED);
        assertThat(lake.table(Fruit.CLEAN).orderBy("year").collectAsList())
                .containsExactly(row("apple", 5, "1997"), row("pear", 2, "1998"));
        assertThat(lake.rejected(Fruit.CLEAN).count()).isEqualTo(1);
        StepId step = new StagedManifests(table).steps().get(0);
        assertThat(failure.getMessage())
                .contains(
                        "does not pass its check enough",
                        "1 rows",
                        "ingot show " + Fruit.CLEAN + " --staged " + step.run());
        assertThat(staged(step.run().text(), Optional.empty()).rows()).containsExactly(List.of("melon", 6, "1998"));
        Set<Path> more = files();
        more.removeAll(before);
        assertThat(more.stream().map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".crc")))
                .hasSize(2)
                .contains(step + ".json");
    }

    @Test
    void theRunIsFoundByTheBeginningOfItsIdOrAsTheLastOne() throws Exception {
        checking(AuditTest::blocked);
        harvest(row("melon", 6, "1998"));
        fails(Lake.only("1998"));
        harvest(row("quince", 7, "1997"), row("quince", 8, "1998"));
        fails(Lake.only("1997", "1998"));
        String first = new StagedManifests(table).steps().get(0).run().text();

        assertThat(staged(first.toLowerCase(java.util.Locale.ROOT), Optional.empty())
                        .rows())
                .hasSize(1);
        assertThat(staged("last", Optional.of(PartitionKey.of("1998"))).rows())
                .containsExactly(List.of("quince", 8, "1998"));
        for (String typed : List.of("", "01", "nosuch")) {
            assertThatThrownBy(() -> staged(typed, Optional.empty()))
                    .isInstanceOf(IngotException.class)
                    .hasMessageContaining("uncommitted rows of " + Fruit.CLEAN);
        }
    }

    @Test
    void aBrokenExpectationLeavesItsRowsToLookAt() throws Exception {
        harvest(row("durian", 6, "1998"), row("melon", 6, "1998"));

        assertThat(fails(Lake.only("1998")).diagnostic().code()).isEqualTo(ErrorCode.EXPECTATION_FAILED);

        assertThat(lake.table(Fruit.CLEAN).count()).isEqualTo(2);
        assertThat(staged("last", Optional.empty()).rows()).hasSize(2).contains(List.of("durian", 6, "1998"));
    }

    @Test
    void rowsThatBelongToNoSliceAreThereToLookAt() throws Exception {
        AssetSpec spec = AssetSpec.of(Fruit.CLEAN, "What was picked.")
                .reads(Fruit.RAW)
                .partitioned(Partitioning.presentInSource("year"))
                .build();
        lake.with(Fruit.asset(spec, inputs -> inputs.read(Fruit.RAW)));
        harvest(row("melon", 6, "1998"), row("plum", 6, null));

        assertThat(fails(Lake.discovering())).hasMessageContaining("1 good rows of " + Fruit.CLEAN);

        assertThat(staged("last", Optional.empty()).rows())
                .hasSize(2)
                .contains(java.util.Arrays.asList("plum", 6, null));
    }

    @Test
    void theFirstMaterializationOfATableCanBeBlocked() throws Exception {
        DeltaAsset asset = Fruit.asset(
                AssetSpec.of(Fruit.RAW, "Given.").build(),
                inputs -> rows(Fruit.COLUMNS, row("fig", 1, "1")),
                AuditTest::blocked);
        Lake other = new Lake(folder.resolve("other")).with(asset);

        assertThatThrownBy(() -> other.run(Fruit.RAW, StepScope.of(dev.ingot.core.partition.PartitionSet.whole())))
                .hasMessageContaining("1 rows");

        assertThat(other.executor
                        .sample(new SampleRequest(asset, Optional.empty(), 5, false))
                        .rows())
                .isEmpty();
        assertThat(other.executor
                        .sample(new SampleRequest(asset, Optional.empty(), 5, false, Optional.of("last")))
                        .rows())
                .containsExactly(List.of("fig", 1, "1"));
    }

    @Test
    void aCheckOfNoRowsSeesNone() throws Exception {
        harvest();
        checking(AuditTest::blocked);

        assertThat(fails(Lake.only("1998"))).hasMessageContaining("0 rows");

        assertThat(staged("last", Optional.empty()))
                .isEqualTo(new RowSample(List.of("fruit", "kilos", "year"), List.of()));
    }

    @Test
    void whatDoesNotBlockCommits() throws Exception {
        List<CheckResult> results = List.of(CheckResult.warned("light", "few"), CheckResult.failed("gate", "loses"));
        checking((inputs, written) -> results);
        harvest(row("melon", 6, "1998"));

        assertThat(lake.run(Fruit.CLEAN, Lake.only("1998")).checks()).isEqualTo(results);

        assertThat(lake.table(Fruit.CLEAN).filter("fruit = 'melon'").count()).isEqualTo(1);
    }

    @Test
    void aCheckThatThrowsLeavesNoFiles() throws Exception {
        Set<Path> before = files();
        checking((inputs, written) -> {
            throw new IllegalStateException("no opinion");
        });

        assertThatThrownBy(() -> lake.run(Fruit.CLEAN, Lake.only("1998"))).hasMessage("no opinion");

        assertThat(files()).isEqualTo(before);
    }

    @Test
    void stagedFilesThatWereCleanedUpAreSaidToBeGone() throws Exception {
        checking(AuditTest::blocked);
        fails(Lake.only("1998"));
        StagedManifests manifests = new StagedManifests(table);
        table.store()
                .delete(manifests.file(
                        manifests.read(manifests.steps().get(0)).files().get(0)));

        assertThatThrownBy(() -> staged("last", Optional.empty()))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("are gone");
    }

    @Test
    void readersOfTheTableDoNotSeeWhatIsStaged() throws Exception {
        checking(AuditTest::blocked);
        fails(Lake.only("1998"));
        checking((inputs, written) -> List.of());

        lake.run(Fruit.CLEAN, Lake.discovering());

        assertThat(lake.table(Fruit.CLEAN).count()).isEqualTo(2);
        assertThat(TestSpark.session()
                        .sql("vacuum delta.`" + table + "` dry run")
                        .count())
                .as("within its retention")
                .isZero();
        assertThat(staged("last", Optional.empty()).rows()).hasSize(1);
    }
}
