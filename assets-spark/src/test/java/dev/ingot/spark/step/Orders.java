package dev.ingot.spark.step;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.staleness.StateSources;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.Lake;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Four assets, one of them by years and troublesome, run by the real engine on real tables. */
final class Orders {
    static final AssetKey RAW = AssetKey.of(Layer.BRONZE, "shop", "orders");
    static final AssetKey CLEAN = AssetKey.of(Layer.SILVER, "shop", "orders");
    static final AssetKey TOTALS = AssetKey.of(Layer.GOLD, "shop", "totals");
    static final AssetKey CUSTOMERS = AssetKey.of(Layer.GOLD, "shop", "customers");
    static final String COLUMNS = "customer string, pieces int, year string";

    final Lake lake;
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryRunStore runs = new MemoryRunStore();
    private final MutableClock clock = MutableClock.create();
    private Function<AssetInputs, Dataset<Row>> clean = Orders::sane;
    private Optional<Function<Dataset<Row>, List<dev.ingot.core.check.CheckResult>>> check = Optional.empty();
    private int version;

    Orders(Path folder) {
        lake = new Lake(folder);
    }

    static Dataset<Row> sane(AssetInputs inputs) {
        return inputs.read(RAW);
    }

    /** What the troublesome asset does from now on. */
    void does(Function<AssetInputs, Dataset<Row>> compute) {
        clean = compute;
        check = Optional.empty();
        version++;
    }

    void checks(Function<Dataset<Row>, List<dev.ingot.core.check.CheckResult>> does) {
        does(Orders::sane);
        check = Optional.of(does);
    }

    private AssetGraph graph() {
        DeltaAsset raw = Fruit.asset(
                AssetSpec.of(RAW, "As they came in.").build(),
                inputs -> inputs.spark()
                        .createDataFrame(
                                List.of(TestSpark.row("ann", 1, "2001"), TestSpark.row("bob", 2, "2002")),
                                org.apache.spark.sql.types.StructType.fromDDL(COLUMNS)));
        DeltaAsset troublesome = Fruit.asset(
                AssetSpec.of(CLEAN, "By year.")
                        .reads(RAW)
                        .partitioned(Partitioning.yearly("year", 2001, 2002))
                        .codeVersion("v" + version)
                        .build(),
                clean,
                (inputs, written) -> check.isPresent() ? check.get().apply(written) : List.of());
        DeltaAsset totals = Fruit.asset(
                AssetSpec.of(TOTALS, "By year.")
                        .reads(CLEAN, PartitionMapping.identity())
                        .partitioned(Partitioning.yearly("year", 2001, 2002))
                        .build(),
                inputs -> inputs.read(CLEAN).groupBy("year").sum("pieces").withColumnRenamed("sum(pieces)", "pieces"));
        DeltaAsset customers = Fruit.asset(
                AssetSpec.of(CUSTOMERS, "Who ordered.")
                        .reads(RAW)
                        .codeVersion("v" + version)
                        .build(),
                inputs -> inputs.read(RAW).select("customer"));
        return AssetGraph.of(List.of(raw, troublesome, totals, customers));
    }

    /** Materializes what is stale, or what is chosen, one step after the other. */
    RunReport run(String selection) {
        AssetGraph graph = graph();
        StateSources state = new StateSources(
                ledger,
                runs,
                source -> Optional.empty(),
                asset -> asset.spec().codeVersion().orElse("1"),
                () -> PartitionFacts.at(clock.instant()));
        Plan plan = new Planner(graph, state.read())
                .plan(selection.isEmpty() ? PlanRequest.everything() : PlanRequest.of(selection));
        RunOrigin origin = RunOrigin.of(RunKind.MATERIALIZE, "materialize", "ann@host:1");
        return new Engine(List.of(lake.executor), state, clock)
                .run(new Engine.Request(graph, plan, "", origin, 1), new RunListener() {}, new Cancellation());
    }

    static StepStatus status(RunReport report, AssetKey asset) {
        return state(report, asset).status();
    }

    static StepState state(RunReport report, AssetKey asset) {
        return report.steps().stream()
                .filter(step -> step.asset().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    MemoryLedger ledger() {
        return ledger;
    }
}
