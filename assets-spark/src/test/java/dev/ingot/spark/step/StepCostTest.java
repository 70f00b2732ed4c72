package dev.ingot.spark.step;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.Lake;
import dev.ingot.spark.testing.TestSpark;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a step costs, by its slices: what it reads, how many jobs it takes, what it says about sizes. */
class StepCostTest {
    private static final AssetKey BASKET = AssetKey.of(Layer.GOLD, "fruit", "basket");

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void emptyLake() {
        lake = new Lake(folder).with(Fruit.clean());
    }

    @Test
    void theMaterializationSaysHowBigTheFilesAreAndHowLongItTook() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"), row("fig", 1, "1998"));

        Materialization done = lake.run(Fruit.CLEAN, Lake.discovering()).materialization();

        Map<String, Long> files = new TreeMap<>();
        for (String year : List.of("1997", "1998")) {
            files.put(year, size(Lake.folder(lake.tables.table(Fruit.CLEAN)).resolve("year=" + year)));
        }
        assertThat(done.bytes()).isEqualTo(files.get("1997") + files.get("1998"));
        files.put("", done.bytes());
        assertThat(done.slices())
                .allSatisfy(slice -> assertThat(slice.bytes())
                        .isEqualTo(files.get(slice.partition().toString())));
        assertThat(done.took()).isPositive();
        assertThat(lake.executor.committed(
                        lake.context(Fruit.CLEAN, Lake.discovering(), done.step())
                                .asset(),
                        done.step()))
                .contains(done);
    }

    private static long size(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(Path::toFile)
                    .filter(file -> file.getName().endsWith(".parquet"))
                    .mapToLong(File::length)
                    .sum();
        }
    }

    @Test
    void manySlicesAreOneCommitOfAsManyJobsAsOneSlice() throws Exception {
        harvest(IntStream.range(1990, 2000)
                .mapToObj(year -> row("apple", 5, "" + year))
                .toArray(Row[]::new));
        lake.run(Fruit.CLEAN, Lake.discovering());

        List<Integer> jobs = new ArrayList<>();
        for (StepScope scope : List.of(Lake.only("1990"), Lake.only("1991", "1992", "1993", "1994", "1995", "1996"))) {
            Jobs counter = new Jobs();
            SparkContext context = TestSpark.session().sparkContext();
            context.addSparkListener(counter);
            Materialization done = lake.run(Fruit.CLEAN, scope).materialization();
            context.listenerBus().waitUntilEmpty();
            context.removeSparkListener(counter);
            jobs.add(counter.started.get());
            assertThat(counts(done)).hasSize(scope.partitions().size());
        }
        assertThat(jobs.get(1)).isEqualTo(jobs.get(0));
    }

    @Test
    void onlyAStepWhoseCheckLooksAtItsRowsPaysForThatAndNoneScansItsSourceTwice() throws Exception {
        lake = new Lake(folder);
        AssetSpec spec = AssetSpec.of(BASKET, "Given.")
                .expects(Expectation.fail("some", "kilos > 0"), Expectation.warn("few", "kilos < 9"))
                .build();
        Function<BiFunction<AssetInputs, Dataset<Row>, List<CheckResult>>, Long> cost = check -> {
            LongAccumulator scanned = TestSpark.session().sparkContext().longAccumulator();
            lake.with(Fruit.asset(
                    spec,
                    inputs -> TestSpark.session()
                            .range(5)
                            .map(counting(scanned), Encoders.LONG())
                            .toDF("kilos")
                            .where("kilos > 0"),
                    check));
            long jobs = jobsOf(StepScope.of(PartitionSet.whole()));
            assertThat(scanned.value()).as("rows of the source that were read").isEqualTo(5);
            return jobs;
        };

        cost.apply((inputs, written) -> List.of());
        long unchecked = cost.apply((inputs, written) -> List.of());

        assertThat(cost.apply((inputs, written) -> List.of(CheckResult.passed("always", "it holds"))))
                .isEqualTo(unchecked);
        assertThat(cost.apply((inputs, written) -> List.of(CheckResult.passed("counted", written.count() + " rows"))))
                .isBetween(unchecked + 1, unchecked + 2);
    }

    private static MapFunction<Long, Long> counting(LongAccumulator scanned) {
        return row -> {
            scanned.add(1);
            return row;
        };
    }

    private long jobsOf(StepScope scope) {
        Jobs counter = new Jobs();
        SparkContext context = TestSpark.session().sparkContext();
        context.addSparkListener(counter);
        try {
            lake.run(BASKET, scope);
            context.listenerBus().waitUntilEmpty();
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            context.removeSparkListener(counter);
        }
        return counter.started.get();
    }

    private static final class Jobs extends SparkListener {
        private final AtomicInteger started = new AtomicInteger();

        @Override
        public void onJobStart(SparkListenerJobStart job) {
            started.incrementAndGet();
        }
    }

    @Test
    void aStepReadsOfItsInputOnlyTheSlicesThatItNeeds() throws Exception {
        harvest(row("apple", 5, "1997"), row("pear", 2, "1998"));
        lake.run(Fruit.CLEAN, Lake.discovering());
        lake.with(basket());
        delete(Lake.folder(lake.tables.table(Fruit.CLEAN)).resolve("year=1997"));

        Materialization done = lake.run(BASKET, Lake.only("1998")).materialization();

        assertThat(counts(done)).isEqualTo(Map.of("1998", 1L));
        assertThatThrownBy(() -> lake.run(BASKET, Lake.only("1997", "1998")))
                .as("the test would notice")
                .isInstanceOf(Exception.class);
    }

    private static DeltaAsset basket() {
        AssetSpec spec = AssetSpec.of(BASKET, "What was picked, by fruit and year.")
                .reads(Fruit.CLEAN, PartitionMapping.identity())
                .partitioned(Partitioning.presentInSource("year"))
                .build();
        return Fruit.asset(
                spec,
                inputs -> inputs.read(Fruit.CLEAN)
                        .groupBy("fruit", "year")
                        .agg(functions.sum("kilos").as("kilos")));
    }

    private void harvest(Row... picked) throws Exception {
        lake.put(Fruit.RAW, rows(Fruit.COLUMNS, picked));
    }

    private static Map<String, Long> counts(Materialization done) {
        return done.slices().stream()
                .collect(Collectors.toMap(slice -> slice.partition().toString(), Slice::rows));
    }

    private static void delete(Path slice) throws IOException {
        try (Stream<Path> files = Files.list(slice)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
