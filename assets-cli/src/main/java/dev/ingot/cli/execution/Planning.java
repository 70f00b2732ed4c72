package dev.ingot.cli.execution;

import dev.ingot.core.asset.Batching;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.CodeVersions;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.staleness.Staleness;
import jakarta.inject.Inject;
import java.time.Clock;

/** Makes plans from the project as it is now. What dead runs had committed is taken into account first. */
public final class Planning {
    private final AssetGraph graph;
    private final Settings settings;
    private final RunStore runs;
    private final Ledger ledger;
    private final SourceVersions sources;
    private final CodeVersions code;
    private final Engine engine;
    private final Clock clock;

    @Inject
    Planning(
            AssetGraph graph,
            Settings settings,
            RunStore runs,
            Ledger ledger,
            SourceVersions sources,
            CodeVersions code,
            Engine engine,
            Clock clock) {
        this.graph = graph;
        this.settings = settings;
        this.runs = runs;
        this.ledger = ledger;
        this.sources = sources;
        this.code = code;
        this.engine = engine;
        this.clock = clock;
    }

    /** Begins a request with what the settings say. */
    public PlanRequest.Builder request() {
        return PlanRequest.builder()
                .batching(Batching.ofBytes(
                        settings.get(ProjectSettings.PLAN_BATCH_BYTES).bytes()));
    }

    /** Plans a request; see {@link Planner#plan}. */
    public Plan plan(PlanRequest request) {
        return new Planner(graph, state(snapshot())).plan(request);
    }

    /** All slices that exist now. */
    public LedgerSnapshot snapshot() {
        engine.recover(graph);
        return ledger.snapshot();
    }

    /** What is stale by that snapshot. */
    public Staleness staleness(LedgerSnapshot snapshot) {
        return new Staleness(graph, state(snapshot));
    }

    private ProjectState state(LedgerSnapshot snapshot) {
        return new ProjectState(snapshot, runs.failures(), sources, code, PartitionFacts.at(clock.instant()));
    }
}
