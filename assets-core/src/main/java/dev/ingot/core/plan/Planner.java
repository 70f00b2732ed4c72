package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes plans: what is chosen and stale, and what becomes stale when that runs. Immutable. */
public final class Planner {
    private final AssetGraph graph;
    private final Staleness staleness;

    public Planner(AssetGraph graph, ProjectState state) {
        this.graph = graph;
        this.staleness = new Staleness(graph, state.once());
    }

    /** What the plans are made from. */
    public Staleness staleness() {
        return staleness;
    }

    /**
     * Plans a request.
     *
     * @throws dev.ingot.core.error.IngotException if a name or partition does not exist, an input was never materialized
     *     and is not part of the plan, or a source has not landed
     */
    public Plan plan(PlanRequest request) {
        Map<AssetKey, Planned> planned = new LinkedHashMap<>();
        Choice choice = new Choice(staleness, request);
        Ripple ripple = new Ripple(staleness, planned);
        Scopes scopes = new Scopes(staleness, request, choice, ripple);
        Steps steps = new Steps(staleness, request, planned, ripple);
        for (AssetKey asset : graph.keys()) {
            scopes.of(asset).ifPresent(wanted -> planned.put(asset, steps.of(asset, wanted)));
        }
        new InputValidation(staleness, planned).check(request, choice.assets());
        choice.checkExist(ripple::isOpen);
        List<PlanStep> all =
                planned.values().stream().flatMap(one -> one.steps().stream()).toList();
        int fresh = (int) choice.assets().stream()
                .filter(asset -> !planned.containsKey(asset))
                .count();
        List<String> warnings = new ArrayList<>(scopes.warnings());
        warnings.addAll(new StaleInputs(staleness, planned).warnings());
        return new Plan(all, fresh, warnings);
    }
}
