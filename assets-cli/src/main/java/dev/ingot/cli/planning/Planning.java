package dev.ingot.cli.planning;

import dev.ingot.core.asset.Batching;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.core.staleness.StateSources;
import jakarta.inject.Inject;

/** Makes plans from the project as it is now. What dead runs had committed is taken into account first. */
public final class Planning {
    private final AssetGraph graph;
    private final Settings settings;
    private final Engine engine;
    private final StateSources sources;

    /** The state comes first: its store gets ready while the rest is made. */
    @Inject
    Planning(StateSources sources, AssetGraph graph, Settings settings, Engine engine) {
        this.graph = graph;
        this.settings = settings;
        this.engine = engine;
        this.sources = sources;
    }

    /** Begins a request with what the settings say. */
    public PlanRequest.Builder request() {
        return PlanRequest.builder()
                .batching(Batching.ofBytes(
                        settings.get(ProjectSettings.PLAN_BATCH_BYTES).bytes()));
    }

    /** Plans a request; see {@link Planner#plan}. */
    public MadePlan plan(PlanRequest request) {
        Planner planner = planner();
        return new MadePlan(planner, request, planner.plan(request));
    }

    /** What plans from the project as it is now. */
    public Planner planner() {
        return new Planner(graph, state());
    }

    /** What is stale now. */
    public Staleness staleness() {
        return new Staleness(graph, state());
    }

    private ProjectState state() {
        engine.recover(graph);
        return sources.read();
    }
}
