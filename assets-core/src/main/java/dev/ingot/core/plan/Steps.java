package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Divides what is wanted of an asset into numbered steps, each with what it waits for and what it is expected to be. */
final class Steps {
    private final Staleness staleness;
    private final PlanRequest request;
    private final Map<AssetKey, Planned> planned;
    private final Ripple ripple;
    private final Sizes sizes;
    private int number;

    Steps(Staleness staleness, PlanRequest request, Map<AssetKey, Planned> planned, Ripple ripple) {
        this.staleness = staleness;
        this.request = request;
        this.planned = planned;
        this.ripple = ripple;
        this.sizes = new Sizes(staleness);
    }

    Planned of(AssetKey asset, Wanted wanted) {
        AssetSpec spec = staleness.graph().spec(asset);
        Estimate estimate = sizes.estimate(asset);
        List<StepScope> scopes = scopes(spec, wanted.scope());
        List<PlanStep> steps = new ArrayList<>();
        for (StepScope scope : scopes) {
            Set<Integer> after = after(spec, scope);
            if (!steps.isEmpty()) {
                // One writer to a table at a time.
                after.add(number);
            }
            steps.add(new PlanStep(
                    ++number,
                    asset,
                    scope,
                    scopes.size() == 1 ? wanted.reasons() : reasons(wanted, scope),
                    new Batch(steps.size() + 1, scopes.size()),
                    after,
                    estimate.of(existing(asset, scope)),
                    wanted.forced()));
        }
        return new Planned(wanted.scope(), List.copyOf(steps));
    }

    private List<StepScope> scopes(AssetSpec spec, StepScope scope) {
        if (scope.discover()) {
            return List.of(scope);
        }
        PartitionSet slices = scope.partitions();
        return Batches.of(slices, spec.batching().within(request.batching()), sizes.of(spec, slices)).stream()
                .map(StepScope::of)
                .toList();
    }

    private static List<PlannedReason> reasons(Wanted wanted, StepScope scope) {
        return wanted.reasons().stream()
                .map(why -> new PlannedReason(why.reason(), why.partitions().intersect(scope.partitions())))
                .filter(why -> !why.partitions().isEmpty())
                .toList();
    }

    /** Slices that go away are not expected to be written. */
    private PartitionSet existing(AssetKey asset, StepScope scope) {
        PartitionSet exist = staleness.partitions(asset);
        return scope.discover() || exist.containsAll(scope.partitions())
                ? scope.partitions()
                : scope.partitions()
                        .minus(staleness.state().ledger().slices(asset).keys().minus(exist));
    }

    private Set<Integer> after(AssetSpec spec, StepScope scope) {
        Set<Integer> after = new TreeSet<>();
        for (Dependency input : spec.dependencies()) {
            Planned upstream = planned.get(input.upstream());
            if (upstream != null) {
                for (PlanStep step : upstream.steps()) {
                    if (scope.discover()
                            || step.scope().discover()
                            || ripple.waits(
                                    spec,
                                    scope.partitions(),
                                    input,
                                    step.scope().partitions())) {
                        after.add(step.number());
                    }
                }
            }
        }
        return after;
    }
}
