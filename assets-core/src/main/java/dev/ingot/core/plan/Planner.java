package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.event.Expected;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Reason;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.staleness.Staleness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Makes plans: what is chosen and stale, and what becomes stale when that runs. Immutable. */
public final class Planner {
    /** What is missing needs no other reason. */
    private static final Reason MISSING = Reason.of(ReasonKind.MISSING);

    private final AssetGraph graph;
    private final LedgerSnapshot ledger;
    private final SourceVersions sources;
    private final Staleness staleness;

    public Planner(AssetGraph graph, ProjectState state) {
        ProjectState once = state.once();
        this.graph = graph;
        this.ledger = once.ledger();
        this.sources = once.sources();
        this.staleness = new Staleness(graph, once);
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
                step(key, filter, request.force(), steps).ifPresent(step -> steps.put(key, step));
            }
        }
        new InputValidation(graph, ledger, sources).check(chosen.keySet(), steps);
        chosen.forEach((key, filter) -> checkExists(key, filter, steps));
        return new Plan(
                List.copyOf(steps.values()),
                chosen.size() - steps.size(),
                new StaleInputs(graph, staleness).warnings(steps));
    }

    private Map<AssetKey, PartitionFilter> chosen(PlanRequest request) {
        Map<AssetKey, PartitionFilter> chosen =
                new TreeMap<>(request.selection().orElseGet(Selection::all).resolve(graph, staleness.facts()));
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
        wanted.named().forEach(partition -> graph.spec(key).partitioning().check(partition, staleness.facts()));
        return filter.isEverything() ? wanted : filter;
    }

    /** Refuses partitions that do not exist, wherever it is settled which ones do. */
    private void checkExists(AssetKey key, PartitionFilter filter, Map<AssetKey, PlanStep> steps) {
        AssetSpec spec = graph.spec(key);
        if (filter.isEverything() || !spec.partitioning().isDiscovered() || isOpen(spec, steps)) {
            return;
        }
        PartitionSet known = staleness.partitions(key);
        List<PartitionFilter.Range> unknown = filter.without(known);
        if (!unknown.isEmpty()) {
            throw PlanErrors.unknownPartition(key, unknown, known);
        }
    }

    private Optional<PlanStep> step(
            AssetKey key, PartitionFilter filter, Force force, Map<AssetKey, PlanStep> planned) {
        AssetSpec spec = graph.spec(key);
        Map<Reason, PartitionSet> stale = new TreeMap<>(staleness.stale(key).byReason());
        addUpstream(spec, planned, stale);
        if (force != Force.NONE) {
            stale.merge(Reason.of(ReasonKind.FORCED), slices(spec), PartitionSet::union);
        }
        StepScope scope = scope(spec, filter, stale, isOpen(spec, planned));
        List<PlannedReason> reasons = reasons(key, scope, stale);
        if (reasons.isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> after = new TreeSet<>();
        for (AssetKey upstream : graph.upstream(key)) {
            Optional.ofNullable(planned.get(upstream)).ifPresent(step -> after.add(step.number()));
        }
        return Optional.of(new PlanStep(
                planned.size() + 1,
                key,
                scope,
                reasons,
                Batch.single(),
                after,
                expected(key, scope),
                force != Force.NONE));
    }

    private List<PlannedReason> reasons(AssetKey key, StepScope scope, Map<Reason, PartitionSet> stale) {
        PartitionSet missing = stale.getOrDefault(MISSING, PartitionSet.empty());
        List<PlannedReason> reasons = new ArrayList<>();
        stale.forEach((reason, slices) -> {
            PartitionSet why = (reason.equals(MISSING) ? slices : slices.minus(missing))
                    .filter(partition -> scope.contains(partition) || scope.discover() && partition.isWhole());
            if (!why.isEmpty()) {
                reasons.add(new PlannedReason(reason, why));
            }
        });
        if (!scope.isEmpty() && (reasons.isEmpty() || !ledger.isMaterialized(key))) {
            return List.of(new PlannedReason(MISSING, scope.partitions()));
        }
        return reasons;
    }

    /**
     * Whether the asset can turn out to have partitions that nobody knows of now: because its source has not been read as it
     * is, or because a step for the asset that it follows can find some.
     */
    private boolean isOpen(AssetSpec spec, Map<AssetKey, PlanStep> planned) {
        if (Staleness.discovers(spec)) {
            return !staleness.isSettled(spec.key())
                    || !Collections.disjoint(graph.upstream(spec.key()), planned.keySet());
        }
        return Staleness.followed(spec)
                .map(planned::get)
                .map(step -> step.scope().discover() || !isKnown(step))
                .orElse(false);
    }

    private boolean isKnown(PlanStep step) {
        return step.scope()
                .partitions()
                .minus(staleness.partitions(step.asset()))
                .isEmpty();
    }

    /** Adds what becomes stale because an upstream step runs. */
    private void addUpstream(AssetSpec spec, Map<AssetKey, PlanStep> planned, Map<Reason, PartitionSet> stale) {
        PartitionSet slices = isOpen(spec, planned) ? slices(spec).union(PartitionSet.whole()) : slices(spec);
        for (Dependency input : spec.dependencies()) {
            PlanStep step = planned.get(input.upstream());
            if (step != null) {
                PartitionSet touched = slices.filter(partition -> touches(step.scope(), input, partition));
                Reason reason =
                        new Reason(ReasonKind.UPSTREAM_CHANGED, input.upstream().toString());
                stale.merge(reason, touched, PartitionSet::union);
            }
        }
    }

    /** Whether a step for the upstream asset can change what the partition is made from. */
    private boolean touches(StepScope upstream, Dependency input, PartitionKey partition) {
        if (partition.isWhole() || !input.mapping().isIdentity()) {
            return true;
        }
        return upstream.contains(partition);
    }

    /** The slices of an asset, its discovery among them. */
    private PartitionSet slices(AssetSpec spec) {
        PartitionSet known = staleness.partitions(spec.key());
        return Staleness.discovers(spec) ? known.union(PartitionSet.whole()) : known;
    }

    private StepScope scope(AssetSpec spec, PartitionFilter filter, Map<Reason, PartitionSet> stale, boolean open) {
        PartitionSet known = staleness.partitions(spec.key());
        boolean unsettled = open || Staleness.discovers(spec) && all(stale).contains(PartitionKey.whole());
        if (unsettled && !filter.namesEach()) {
            return StepScope.discovering(known, filter);
        }
        PartitionSet wanted = all(stale).filter(filter::contains);
        if (spec.partitioning().isPartitioned()) {
            wanted = wanted.minus(PartitionSet.whole());
        }
        // Nobody knows yet whether the source holds the others: they are looked for.
        return StepScope.of(unsettled ? wanted.union(filter.named().minus(known)) : wanted);
    }

    private static PartitionSet all(Map<Reason, PartitionSet> stale) {
        return stale.values().stream().reduce(PartitionSet.empty(), PartitionSet::union);
    }

    private Expected expected(AssetKey key, StepScope scope) {
        long rows = 0;
        long bytes = 0;
        for (PartitionKey partition : scope.partitions()) {
            Optional<LedgerEntry> entry = ledger.entry(key, partition);
            rows += entry.map(known -> known.slice().rows()).orElse(0L);
            bytes += entry.map(known -> known.slice().bytes()).orElse(0L);
        }
        return new Expected(rows, bytes, Duration.ZERO);
    }
}
