package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.StaleSlices;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Decides which slices of an asset are planned, and why; upstream assets have to be decided before. */
final class Scopes {
    private static final Reason MISSING = Reason.of(ReasonKind.MISSING);
    private static final Reason FAILED = Reason.of(ReasonKind.FAILED);

    private final AssetGraph graph;
    private final Staleness staleness;
    private final PlanRequest request;
    private final Choice choice;
    private final Ripple ripple;
    private final List<String> warnings = new ArrayList<>();

    Scopes(Staleness staleness, PlanRequest request, Choice choice, Ripple ripple) {
        this.graph = staleness.graph();
        this.staleness = staleness;
        this.request = request;
        this.choice = choice;
        this.ripple = ripple;
    }

    Optional<Wanted> of(AssetKey asset) {
        AssetSpec spec = graph.spec(asset);
        Optional<PartitionFilter> chosen = choice.of(asset);
        if (chosen.isPresent()) {
            return wanted(spec, chosen.get(), chosen(spec, chosen.get()));
        }
        return request.force() == Force.DOWNSTREAM ? following(spec) : Optional.empty();
    }

    /** What needs something that is forced, as far as the request reaches. */
    private Optional<Wanted> following(AssetSpec spec) {
        Map<Reason, PartitionSet> stale = downstream(spec, ReasonKind.FORCED);
        Optional<Wanted> wanted = choice.bounds(spec.key()).flatMap(bounds -> wanted(spec, bounds, stale));
        if (!stale.isEmpty() && wanted.isEmpty()) {
            warnings.add(spec.key() + " needs what is forced, but of other partitions than " + request.partitions()
                    + "; it is left out");
        }
        return wanted;
    }

    /** What people should know about what was decided. */
    List<String> warnings() {
        return warnings;
    }

    private Optional<Wanted> wanted(AssetSpec spec, PartitionFilter filter, Map<Reason, PartitionSet> stale) {
        if (stale.isEmpty()) {
            return Optional.empty();
        }
        StepScope scope = scope(spec, filter, stale);
        List<PlannedReason> reasons = reasons(spec.key(), scope, stale);
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of(new Wanted(scope, reasons, request.force() != Force.NONE));
    }

    /** What is asked for of an asset that is chosen, by reason; the partitions that are chosen of it are looked at later. */
    private Map<Reason, PartitionSet> chosen(AssetSpec spec, PartitionFilter filter) {
        StaleSlices own = staleness.stale(spec.key());
        if (request.only() != Only.STALE) {
            Reason only = request.only() == Only.MISSING ? MISSING : FAILED;
            return own.of(only).isEmpty() ? Map.of() : Map.of(only, own.of(only));
        }
        Map<Reason, PartitionSet> stale = downstream(spec, ReasonKind.UPSTREAM_CHANGED);
        own.byReason().forEach((reason, slices) -> stale.merge(reason, slices, PartitionSet::union));
        if (request.force() != Force.NONE) {
            stale.put(Reason.of(ReasonKind.FORCED), forced(spec.key(), filter));
        }
        return stale;
    }

    /** Where it is known which partitions there are, a range of them is no reason to look for others. */
    private PartitionSet forced(AssetKey asset, PartitionFilter filter) {
        boolean some = !filter.isEverything() || request.batching().maxPartitions() > 0;
        return some && staleness.isSettled(asset) ? staleness.partitions(asset) : staleness.slices(asset);
    }

    /** What follows from what is planned upstream. */
    private Map<Reason, PartitionSet> downstream(AssetSpec spec, ReasonKind kind) {
        Map<Reason, PartitionSet> stale = new TreeMap<>();
        for (Dependency input : spec.dependencies()) {
            PartitionSet touched = ripple.touched(spec, input);
            if (!touched.isEmpty()) {
                stale.merge(new Reason(kind, input.upstream().toString()), touched, PartitionSet::union);
            }
        }
        return stale;
    }

    private StepScope scope(AssetSpec spec, PartitionFilter filter, Map<Reason, PartitionSet> stale) {
        PartitionSet known = staleness.partitions(spec.key());
        PartitionSet wanted = PartitionSet.empty();
        for (PartitionSet slices : stale.values()) {
            wanted = wanted.union(slices);
        }
        boolean unsettled = spec.partitioning().isDiscovered() && wanted.contains(PartitionKey.whole());
        if (unsettled && !filter.namesEach()) {
            return StepScope.discovering(known, filter);
        }
        if (spec.partitioning().isPartitioned()) {
            wanted = wanted.minus(PartitionSet.whole());
        }
        wanted = filter.isEverything() ? wanted : wanted.filter(filter::contains);
        // Nobody knows yet whether the source holds the others: they are looked for.
        return StepScope.of(unsettled ? wanted.union(filter.named().minus(known)) : wanted);
    }

    private List<PlannedReason> reasons(AssetKey asset, StepScope scope, Map<Reason, PartitionSet> stale) {
        Map<Reason, PartitionSet> reasons = new TreeMap<>();
        PartitionSet missing = stale.getOrDefault(MISSING, PartitionSet.empty());
        stale.forEach((reason, slices) -> {
            // What is missing needs no other reason, but for how it came to be missing still.
            boolean beside = reason.equals(MISSING) || reason.equals(FAILED);
            reasons.put(reason, of(scope, beside ? slices : slices.minus(missing)));
        });
        if (scope.discover() && !staleness.state().ledger().isMaterialized(asset)) {
            reasons.keySet().retainAll(Set.of(MISSING, FAILED));
        }
        PartitionSet unexplained = unexplained(scope, reasons);
        if (!unexplained.isEmpty()) {
            reasons.merge(MISSING, unexplained, PartitionSet::union);
        }
        reasons.values().removeIf(PartitionSet::isEmpty);
        List<PlannedReason> planned = new ArrayList<>();
        reasons.forEach((reason, slices) -> planned.add(new PlannedReason(reason, slices)));
        return planned;
    }

    /** Slices that are looked for: nobody knows of them, so nobody can say more than that they are missing. */
    private static PartitionSet unexplained(StepScope scope, Map<Reason, PartitionSet> reasons) {
        if (scope.discover()) {
            return reasons.values().stream().allMatch(PartitionSet::isEmpty)
                    ? scope.partitions().union(PartitionSet.whole())
                    : PartitionSet.empty();
        }
        PartitionSet left = scope.partitions();
        for (PartitionSet slices : reasons.values()) {
            left = left.minus(slices);
        }
        return left;
    }

    private static PartitionSet of(StepScope scope, PartitionSet slices) {
        return scope.discover()
                ? slices.filter(slice -> slice.isWhole() || scope.contains(slice))
                : slices.intersect(scope.partitions());
    }
}
