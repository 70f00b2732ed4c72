package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.staleness.CodeVersions;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes plans: what is chosen and stale, and what becomes stale when that runs. Immutable. */
public final class Planner {
    private final AssetGraph graph;
    private final LedgerSnapshot ledger;
    private final SourceVersions sources;
    private final Staleness staleness;

    public Planner(AssetGraph graph, LedgerSnapshot ledger, SourceVersions sources, CodeVersions code) {
        this.graph = graph;
        this.ledger = ledger;
        this.sources = sources;
        this.staleness = new Staleness(graph, ledger, sources, code);
    }

    /**
     * Plans a request.
     *
     * @throws dev.ingot.core.error.IngotException if a name or partition does not exist, an input was never materialized
     *     and is not part of the plan, or a source has not landed
     */
    public Plan plan(PlanRequest request) {
        Map<AssetKey, PartitionFilter> chosen = chosen(request);
        Map<AssetKey, PlanStep> steps = new LinkedHashMap<>();
        for (AssetKey key : graph.keys()) {
            PartitionFilter filter = chosen.get(key);
            if (filter != null) {
                PlanStep step = step(key, filter, request.force(), steps);
                if (!step.reasons().isEmpty()) {
                    steps.put(key, step);
                }
            }
        }
        new InputValidation(graph, ledger, sources).check(steps);
        return new Plan(
                List.copyOf(steps.values()),
                chosen.size() - steps.size(),
                new StaleInputs(graph, staleness).warnings(steps));
    }

    private Map<AssetKey, PartitionFilter> chosen(PlanRequest request) {
        Map<AssetKey, PartitionFilter> chosen =
                new TreeMap<>(request.selection().orElseGet(Selection::all).resolve(graph));
        if (!request.partitions().isEverything()) {
            if (chosen.keySet().stream()
                    .noneMatch(key -> graph.spec(key).partitioning().isPartitioned())) {
                throw PlanErrors.nothingPartitioned(chosen.keySet(), request.partitions());
            }
            chosen.replaceAll((key, filter) -> graph.spec(key).partitioning().isPartitioned()
                    ? narrowed(key, filter, request.partitions())
                    : filter);
        }
        return chosen;
    }

    private PartitionFilter narrowed(AssetKey key, PartitionFilter filter, PartitionFilter wanted) {
        wanted.named().forEach(graph.spec(key).partitioning()::check);
        return filter.isEverything() ? wanted : filter;
    }

    private PlanStep step(AssetKey key, PartitionFilter filter, boolean force, Map<AssetKey, PlanStep> planned) {
        AssetSpec spec = graph.spec(key);
        Map<PartitionKey, SortedSet<Reason>> stale = new TreeMap<>(staleness.stale(key));
        boolean follows = addUpstream(spec, planned, stale);
        if (force) {
            addForced(spec, stale);
        }
        StepScope scope = scope(spec, filter, stale.keySet(), follows);
        SortedSet<Reason> reasons = new TreeSet<>();
        stale.forEach((partition, why) -> {
            if (scope.discover() || scope.partitions().contains(partition)) {
                reasons.addAll(why);
            }
        });
        if (reasons.isEmpty() && !scope.partitions().isEmpty()) {
            reasons.add(Reason.of(ReasonKind.MISSING));
        }
        Set<AssetKey> after = new TreeSet<>(graph.upstream(key));
        after.retainAll(planned.keySet());
        return new PlanStep(key, scope, List.copyOf(reasons), after, rowsBefore(key, scope), force);
    }

    /**
     * Adds what becomes stale because an upstream step runs.
     *
     * @return whether the partitions can change too, because those of an upstream asset that it follows can
     */
    private boolean addUpstream(
            AssetSpec spec, Map<AssetKey, PlanStep> planned, Map<PartitionKey, SortedSet<Reason>> stale) {
        boolean follows = false;
        for (Dependency input : spec.dependencies()) {
            PlanStep step = planned.get(input.upstream());
            if (step == null) {
                continue;
            }
            Reason reason =
                    new Reason(ReasonKind.UPSTREAM_CHANGED, input.upstream().toString());
            boolean open = step.scope().discover();
            follows |= open && input.mapping().isIdentity();
            for (PartitionKey partition : slices(spec)) {
                PartitionSet needed = input.mapping().upstreamOf(partition, staleness.partitions(input.upstream()));
                if (open || !needed.intersect(step.scope().partitions()).isEmpty()) {
                    stale.computeIfAbsent(partition, unused -> new TreeSet<>()).add(reason);
                }
            }
            if (follows) {
                stale.computeIfAbsent(PartitionKey.whole(), unused -> new TreeSet<>())
                        .add(reason);
            }
        }
        return follows;
    }

    private void addForced(AssetSpec spec, Map<PartitionKey, SortedSet<Reason>> stale) {
        for (PartitionKey partition : slices(spec)) {
            stale.computeIfAbsent(partition, unused -> new TreeSet<>()).add(Reason.of(ReasonKind.FORCED));
        }
    }

    /** The slices of an asset, its discovery among them. */
    private PartitionSet slices(AssetSpec spec) {
        PartitionSet known = staleness.partitions(spec.key());
        return Staleness.discovers(spec) ? known.union(PartitionSet.whole()) : known;
    }

    private StepScope scope(AssetSpec spec, PartitionFilter filter, Set<PartitionKey> stale, boolean follows) {
        PartitionSet known = staleness.partitions(spec.key());
        boolean discovers = Staleness.discovers(spec);
        boolean open = discovers || follows;
        if (open && filter.isEverything() && stale.contains(PartitionKey.whole())) {
            return StepScope.discovering(known);
        }
        PartitionSet wanted = PartitionSet.of(stale).filter(filter::contains);
        if (spec.partitioning().isPartitioned()) {
            wanted = wanted.minus(PartitionSet.whole());
        }
        if (open && !filter.isEverything()) {
            // Nobody knows yet whether the source holds them: they are looked for.
            wanted = wanted.union(filter.named().minus(known));
        }
        return StepScope.of(wanted);
    }

    private long rowsBefore(AssetKey key, StepScope scope) {
        PartitionSet slices = scope.discover() ? staleness.partitions(key) : scope.partitions();
        List<Long> rows = new ArrayList<>();
        slices.forEach(partition -> ledger.entry(key, partition)
                .ifPresent(entry -> rows.add(entry.slice().rows())));
        return rows.stream().mapToLong(Long::longValue).sum();
    }
}
