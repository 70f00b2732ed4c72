package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Refuses a plan whose steps would find nothing to read. */
final class InputValidation {
    private final AssetGraph graph;
    private final Staleness staleness;
    private final LedgerSnapshot ledger;
    private final Map<AssetKey, Planned> planned;
    private final Needs needs;

    InputValidation(Staleness staleness, Map<AssetKey, Planned> planned) {
        this.graph = staleness.graph();
        this.staleness = staleness;
        this.ledger = staleness.state().ledger();
        this.planned = planned;
        this.needs = new Needs(staleness, planned);
    }

    void check(PlanRequest request, Set<AssetKey> chosen) {
        checkLanded();
        Set<AssetKey> wanted = new TreeSet<>(planned.keySet());
        if (request.only() == Only.STALE) {
            // A chosen asset without a step may lack even the partitions to miss: it is fine only if there is
            // something.
            chosen.stream().filter(key -> !ledger.isMaterialized(key)).forEach(wanted::add);
        }
        wanted.forEach(this::checkMaterialized);
        if (!request.allowMissing()) {
            planned.forEach((key, step) -> checkPartitions(graph.spec(key), step.scope()));
        }
    }

    private void checkLanded() {
        Set<String> notLanded = new TreeSet<>();
        Set<String> landed = new HashSet<>();
        for (AssetKey key : planned.keySet()) {
            for (String source : graph.spec(key).sources()) {
                if (!landed.contains(source)) {
                    boolean present =
                            staleness.state().sources().version(source).isPresent();
                    (present ? landed : notLanded).add(source);
                }
            }
        }
        if (!notLanded.isEmpty()) {
            throw PlanErrors.nothingLanded(notLanded);
        }
    }

    private void checkMaterialized(AssetKey key) {
        Set<AssetKey> missing = new TreeSet<>(graph.upstream(key));
        missing.removeIf(input -> planned.containsKey(input) || ledger.isMaterialized(input));
        Optional<AssetKey> empty = missing.stream().filter(this::isEmpty).findFirst();
        if (empty.isPresent()) {
            throw PlanErrors.emptyUpstream(key, graph.spec(empty.get()));
        }
        if (!missing.isEmpty()) {
            throw PlanErrors.missingUpstream(key, missing);
        }
    }

    /** Whether the definition states that there is no partition, for now. */
    private boolean isEmpty(AssetKey key) {
        return graph.spec(key)
                .partitioning()
                .stated(staleness.state().facts())
                .filter(PartitionSet::isEmpty)
                .isPresent();
    }

    /** Which partitions there are to be is certain only where definitions say so. */
    private void checkPartitions(AssetSpec spec, StepScope scope) {
        Map<AssetKey, PartitionSet> missing = new TreeMap<>();
        for (Dependency input : spec.dependencies()) {
            if (!graph.spec(input.upstream()).partitioning().isDiscovered()) {
                PartitionSet lacking = needs.outside(spec, scope, input, staleness.missing(input.upstream()));
                if (!lacking.isEmpty()) {
                    missing.merge(input.upstream(), lacking, PartitionSet::union);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw PlanErrors.missingPartitions(spec.key(), missing);
        }
    }
}
