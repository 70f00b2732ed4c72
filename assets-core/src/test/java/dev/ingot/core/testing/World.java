package dev.ingot.core.testing;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.core.staleness.StateSources;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** A whole project in memory: definitions, sources and code that a test can change, and everything that works on them. */
public final class World {
    private static final RunOrigin ORIGIN = RunOrigin.of(RunKind.MATERIALIZE, "materialize", "ann@host:1");
    public final Map<String, String> sources = new ConcurrentHashMap<>();
    public final Map<AssetKey, String> code = new ConcurrentHashMap<>();
    /** The keys that were added by hand, by the name of their set. */
    public final Map<String, PartitionSet> dynamic = new ConcurrentHashMap<>();

    public final PretendExecutor executor = new PretendExecutor();
    public Ledger ledger = new MemoryLedger();
    public RunStore runs = new MemoryRunStore();
    public Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
    private final AssetGraph graph;

    public World(AssetSpec.Builder... specs) {
        List<FakeAsset> assets = new ArrayList<>();
        for (AssetSpec.Builder spec : specs) {
            assets.add(FakeAsset.of(spec));
        }
        graph = AssetGraph.of(assets);
        graph.keys().forEach(key -> graph.spec(key).sources().forEach(source -> sources.put(source, "v1")));
    }

    public AssetGraph graph() {
        return graph;
    }

    public World holds(String asset, String... partitions) {
        executor.present.put(AssetKey.parse(asset), PartitionSet.of(partitions));
        return this;
    }

    /** What planning sees. */
    public ProjectState state() {
        return sources().read();
    }

    private StateSources sources() {
        return new StateSources(
                ledger, runs, this::version, this::code, () -> new PartitionFacts(clock.instant(), dynamic));
    }

    public Staleness staleness() {
        return new Staleness(graph, state());
    }

    public Plan plan(PlanRequest request) {
        return new Planner(graph, state()).plan(request);
    }

    public Plan plan(String selection) {
        return plan(PlanRequest.of(selection));
    }

    public Plan plan() {
        return plan(PlanRequest.everything());
    }

    public RunReport run(Plan plan) {
        return run(plan, 2, new RunListener() {}, new Cancellation());
    }

    public RunReport run(Plan plan, int parallelism, RunListener listener, Cancellation cancellation) {
        return engine().run(request(plan, parallelism), listener, cancellation);
    }

    public Engine.Request request(Plan plan, int parallelism) {
        return new Engine.Request(graph, plan, "", ORIGIN, parallelism);
    }

    public Engine engine() {
        return new Engine(List.of(executor), sources(), clock);
    }

    private Optional<String> version(String source) {
        return Optional.ofNullable(sources.get(source));
    }

    private String code(dev.ingot.core.asset.Asset asset) {
        return code.getOrDefault(asset.key(), "1");
    }
}
