package dev.ingot.spark;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepInputs;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.run.Failures;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.step.DeltaExecutor;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lake of a test's own: executes steps of some assets, and keeps their ledger as the engine would. */
public final class Lake {
    final MutableClock clock = MutableClock.create();
    final MemoryLedger ledger = new MemoryLedger();
    public final DeltaTables tables;
    public final DeltaExecutor executor;
    final LandingZone zone;

    private final AtomicLong tokens = new AtomicLong();
    private final Map<AssetKey, Asset> assets = new LinkedHashMap<>();

    public Lake(Path folder) {
        tables = new DeltaTables(folder.resolve("lake"));
        zone = new LandingZone(new LocalObjectStore(folder.resolve("objects")), clock);
        executor = new DeltaExecutor(
                TestSpark.runtime(), tables, new LandedFiles(zone, "file:" + folder.resolve("objects")));
    }

    public Lake with(Asset... more) {
        for (Asset asset : more) {
            assets.put(asset.key(), asset);
        }
        return this;
    }

    public StepId nextStep() {
        clock.advance(Duration.ofMinutes(1));
        return new StepId(RunId.create(clock), 1);
    }

    public StepContext context(AssetKey asset, StepScope scope, StepId step) {
        AssetGraph graph = AssetGraph.of(List.copyOf(assets.values()));
        Staleness staleness = new Staleness(
                graph,
                new ProjectState(
                        ledger.snapshot(),
                        Failures.none(),
                        source -> Optional.of("v1"),
                        any -> "code1",
                        PartitionFacts.at(clock.instant())));
        StepInputs inputs = new StepInputs(asset, "code1", clock.instant(), ledger.snapshot(), staleness);
        return new StepContext(graph.asset(asset), lease(asset, scope, step), scope, inputs, StepSignals.none());
    }

    private Lease lease(AssetKey asset, StepScope scope, StepId step) {
        return new Lease(
                step, asset, scope.discover() ? PartitionSet.whole() : scope.partitions(), tokens.addAndGet(2));
    }

    /** Executes a step, and records it. */
    public StepResult run(AssetKey asset, StepScope scope) throws Exception {
        StepResult result = executor.execute(context(asset, scope, nextStep()));
        ledger.record(result.materialization());
        return result;
    }

    /** Makes this the whole content of an asset that is unpartitioned. */
    public StepResult put(AssetKey asset, Dataset<Row> rows) throws Exception {
        with(Fruit.asset(dev.ingot.core.asset.AssetSpec.of(asset, "Given.").build(), inputs -> rows));
        return run(asset, StepScope.of(PartitionSet.whole()));
    }

    public static StepScope discovering() {
        return StepScope.discovering(PartitionSet.empty());
    }

    public static StepScope only(String... partitions) {
        return StepScope.of(PartitionSet.of(partitions));
    }

    public Dataset<Row> table(AssetKey asset) {
        return read(tables.table(asset));
    }

    public Dataset<Row> rejected(AssetKey asset) {
        return read(tables.rejected(asset));
    }

    /** The folder of a table, which need not be there. */
    public static Path folder(Location table) {
        return Path.of(table.toString());
    }

    private static Dataset<Row> read(Location table) {
        return TestSpark.session().read().format("delta").load(table.uri());
    }
}
