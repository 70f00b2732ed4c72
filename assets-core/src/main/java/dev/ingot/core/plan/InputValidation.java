package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.staleness.SourceVersions;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Refuses a plan whose steps would find nothing to read. */
final class InputValidation {
    private final AssetGraph graph;
    private final LedgerSnapshot ledger;
    private final SourceVersions sources;

    InputValidation(AssetGraph graph, LedgerSnapshot ledger, SourceVersions sources) {
        this.graph = graph;
        this.ledger = ledger;
        this.sources = sources;
    }

    /** A chosen asset without a step is fine only if there is something of it: it may lack even the partitions to miss. */
    void check(Set<AssetKey> chosen, Map<AssetKey, PlanStep> steps) {
        Set<String> notLanded = new TreeSet<>();
        steps.keySet()
                .forEach(key -> graph.spec(key).sources().stream()
                        .filter(source -> sources.version(source).isEmpty())
                        .forEach(notLanded::add));
        if (!notLanded.isEmpty()) {
            throw PlanErrors.nothingLanded(notLanded);
        }
        for (AssetKey key : chosen) {
            if (!steps.containsKey(key) && ledger.isMaterialized(key)) {
                continue;
            }
            Set<AssetKey> missing = new TreeSet<>(graph.upstream(key));
            missing.removeIf(input -> steps.containsKey(input) || ledger.isMaterialized(input));
            if (!missing.isEmpty()) {
                throw PlanErrors.missingUpstream(key, missing);
            }
        }
    }
}
