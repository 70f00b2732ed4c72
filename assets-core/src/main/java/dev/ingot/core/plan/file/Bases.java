package dev.ingot.core.plan.file;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import java.util.Map;
import java.util.TreeMap;

/** Computes what steps, and a whole plan, are based on now. */
final class Bases {
    private static final int BYTES = 16;

    private final AssetGraph graph;
    private final Staleness staleness;
    private final ProjectState state;

    Bases(Staleness staleness) {
        this.graph = staleness.graph();
        this.staleness = staleness;
        this.state = staleness.state();
    }

    /** Of all definitions, as far as plans depend on them. */
    String graph() {
        Sha256 hash = new Sha256();
        for (AssetKey key : graph.keys()) {
            AssetSpec spec = graph.spec(key);
            hash.add(key + " " + spec.partitioning() + " " + spec.sources() + "\n");
            for (Dependency input : spec.dependencies()) {
                hash.add("  " + input.upstream() + " " + name(input.mapping()) + "\n");
            }
        }
        return hash.hex(BYTES);
    }

    /** What a user's own mapping prints need not be the same in the next process. */
    private static String name(PartitionMapping mapping) {
        boolean own = mapping.getClass().getPackage().equals(PartitionMapping.class.getPackage());
        return own ? mapping.toString() : mapping.getClass().getName().replaceAll("\\$\\$Lambda.*", "");
    }

    StepBasis of(PlanStep step) {
        AssetSpec spec = graph.spec(step.asset());
        Map<String, String> sources = new TreeMap<>();
        spec.sources()
                .forEach(source ->
                        sources.put(source, state.sources().version(source).orElse("none")));
        PartitionSet slices = step.scope().discover()
                ? step.scope().partitions().union(PartitionSet.whole())
                : step.scope().partitions();
        return new StepBasis(
                state.code().of(graph.asset(step.asset())),
                sources,
                upstream(spec, slices),
                slices(step.asset(), slices));
    }

    private Map<String, String> upstream(AssetSpec spec, PartitionSet slices) {
        Map<String, Sha256> hashes = new TreeMap<>();
        spec.dependencies().forEach(input -> hashes.put(input.upstream().toString(), new Sha256()));
        if (!hashes.isEmpty()) {
            for (PartitionKey slice : slices) {
                Map<String, String> inputs = staleness.inputs(spec.key(), slice);
                hashes.forEach((name, hash) -> hash.add(slice + "=" + inputs.get(name) + "\n"));
            }
        }
        Map<String, String> upstream = new TreeMap<>();
        hashes.forEach((name, hash) -> upstream.put(name, hash.hex(BYTES)));
        return upstream;
    }

    private String slices(AssetKey asset, PartitionSet slices) {
        LedgerSlices made = state.ledger().slices(asset);
        Sha256 hash = new Sha256();
        for (PartitionKey slice : slices) {
            int row = made.row(slice);
            hash.add(slice + "=" + (row < 0 ? "none" : made.commit(row).step() + " " + made.dataVersion(row)) + "\n");
        }
        return hash.hex(BYTES);
    }
}
