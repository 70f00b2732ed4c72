package dev.ingot.spark.failure;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.staleness.StateSources;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.step.DeltaExecutor;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Any one call to the disk or to the object store fails, or is done and its answer lost: the run says truly how it ended, and
 * with at most one more run everything is as if nothing had happened.
 */
final class FailingCallTest {
    /** What decides whether something is committed; {@code bench/calls.sh} tries every call. */
    private static final Pattern DECIDING =
            Pattern.compile(Boolean.getBoolean("ingot.calls.all") ? ".*" : "rename to [0-9]+\\.json");

    private final MutableClock clock = MutableClock.create();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryRunStore runs = new MemoryRunStore();
    private final List<DeltaAsset> assets = new ArrayList<>();

    @TempDir
    private Path folder;

    private DeltaTables tables;
    private Engine engine;

    @BeforeEach
    void openLake() {
        var configuration = TestSpark.session().sparkContext().hadoopConfiguration();
        configuration.set("fs.faulty.impl", FaultyDisk.class.getName());
        configuration.set("fs.AbstractFileSystem.faulty.impl", FaultyContextDisk.class.getName());
        Location lake = new Location(
                new FaultyStore(new LocalObjectStore(folder)),
                ObjectPath.of("lake"),
                "faulty:" + folder.resolve("lake"));
        tables = new DeltaTables(lake);
        LandingZone zone = new LandingZone(new LocalObjectStore(folder.resolve("objects")), clock);
        DeltaExecutor executor = new DeltaExecutor(
                TestSpark.runtime(), tables, new LandedFiles(zone, "file:" + folder.resolve("objects")));
        engine = new Engine(List.of(executor), state(), clock);
    }

    private StateSources state() {
        return new StateSources(
                ledger, runs, source -> Optional.of("v1"), any -> "code1", () -> PartitionFacts.at(clock.instant()));
    }

    @TestFactory
    Stream<DynamicTest> oneRunMoreIsAsIfNothingHadHappened() {
        assets.add(Fruit.asset(AssetSpec.of(Fruit.RAW, "Given.").build(), inputs -> harvest()));
        RunReport given = run(Fruit.RAW);
        assertThat(given.run().status()).as(given.toString()).isEqualTo(RunStatus.SUCCEEDED);
        AssetKey peace = clean("peace", 1);
        run(peace);
        Content undisturbed = content(peace);
        AssetKey counted = clean("counted", 1);
        Faults.arm(0, false);
        run(counted);
        List<String> calls = Faults.calls();
        List<Integer> chosen = IntStream.rangeClosed(1, calls.size())
                .filter(nth -> DECIDING.matcher(calls.get(nth - 1)).matches())
                .boxed()
                .toList();
        assertThat(chosen).as(calls.toString()).isNotEmpty();
        return chosen.stream()
                .flatMap(nth -> Stream.of(false, true)
                        .map(done -> dynamicTest(
                                calls.get(nth - 1) + (done ? ", answer lost" : ""),
                                () -> failsOnce(undisturbed, nth, done))));
    }

    private void failsOnce(Content undisturbed, long nth, boolean done) {
        // Every other one has an attempt more, which begins where the first has ended.
        AssetKey key = clean((done ? "lost" : "failed") + nth, 1 + (int) (nth % 2));
        Faults.arm(nth, done);
        RunReport report = run(key);
        String what = nth + (done ? ", answer lost: " : ": ") + Faults.failed() + " -> "
                + report.run().status();
        Faults.arm(0, false);
        boolean committed = !tables.log(key).all().isEmpty();
        assertThat(report.run().status() == RunStatus.SUCCEEDED).as(what).isEqualTo(committed);

        run(key);

        assertThat(content(key)).as(what).isEqualTo(undisturbed);
        assertThat(tables.log(key).all()).as("written once: " + what).hasSize(1);
        assertThat(ledger.history(key, 9)).as(what).isEqualTo(tables.log(key).all());
        assertThat(ledger.intents()).as(what).isEmpty();
    }

    private AssetKey clean(String name, int attempts) {
        AssetKey key = AssetKey.of(Layer.SILVER, "fruit", name);
        assets.add(Fruit.asset(
                AssetSpec.of(key, "What was picked.")
                        .reads(Fruit.RAW)
                        .partitioned(Partitioning.presentInSource("year"))
                        .expects(Fruit.rules())
                        .retry(RetryPolicy.standard().attempts(attempts).pauses(Duration.ZERO, Duration.ZERO))
                        .build(),
                inputs -> inputs.read(Fruit.RAW)));
        return key;
    }

    private static Dataset<Row> harvest() {
        return rows(Fruit.COLUMNS, row("apple", 5, "1997"), row("pear", 2, "1998"), row("fig", -1, "1998"));
    }

    private RunReport run(AssetKey key) {
        clock.advance(Duration.ofMinutes(1));
        AssetGraph graph = AssetGraph.of(List.copyOf(assets));
        Plan plan = new Planner(graph, state().read()).plan(PlanRequest.of(key.toString()));
        RunOrigin origin = new RunOrigin(RunKind.MATERIALIZE, "test", "test", Optional.empty());
        return engine.run(new Engine.Request(graph, plan, "", origin, 1), new RunListener() {}, new Cancellation());
    }

    /** All rows that lie in the tables of an asset. */
    private record Content(TreeSet<String> good, TreeSet<String> rejected) {}

    private Content content(AssetKey key) {
        return new Content(texts(tables.table(key)), texts(tables.rejected(key)));
    }

    /** Without the step that wrote a rejected row. */
    private static TreeSet<String> texts(Location table) {
        Dataset<Row> all =
                TestSpark.session().read().format("delta").load(table.uri()).drop("step");
        TreeSet<String> texts = new TreeSet<>();
        all.collectAsList().forEach(one -> texts.add(one.toString()));
        return texts;
    }
}
