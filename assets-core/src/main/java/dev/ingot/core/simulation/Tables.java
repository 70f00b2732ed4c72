package dev.ingot.core.simulation;

import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseErrors;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is really stored, beside what the ledger says of it: the content of each slice, what it was made from, and the commits
 * that the ledger has not been told of.
 */
final class Tables {
    private final SimulatedProject project;
    private final Contents contents;
    private final Violations violations;
    private final long[][] content;
    private final long[][] madeFrom;
    /** The newest token of each slice: who has an older one can commit no more. */
    private final long[][] tokens;
    /** The version in which each slice was committed last. */
    private final long[][] committed;

    private final Map<Integer, BitSet> failed = new HashMap<>();
    private final Map<StepId, Materialization> untold = new HashMap<>();
    private long versions;
    private long slices;

    Tables(SimulatedProject project, Violations violations) {
        this.project = project;
        this.contents = new Contents(project);
        this.violations = violations;
        content = numbers();
        madeFrom = numbers();
        tokens = numbers();
        committed = numbers();
    }

    /** One for each slice. */
    private long[][] numbers() {
        return project.nodes().stream()
                .map(node -> new long[node.keys().size()])
                .toArray(long[][]::new);
    }

    /** What is in the slices of an asset, by their numbers; 0 where there is none. */
    long[] content(Node node) {
        return content[node.number()];
    }

    /** How many slices were ever written, those that were written again included. */
    long slices() {
        return slices;
    }

    /** Keeps those who had a lease before from committing. */
    void fence(Grant.Granted granted) {
        Node node = project.node(granted.lease().asset());
        for (Lease former : granted.over()) {
            former.slices()
                    .forEach(key -> tokens[node.number()][node.ordinal(key)] =
                            granted.lease().fence());
        }
    }

    /** @throws dev.ingot.core.error.IngotException if somebody has taken one of the slices since */
    Materialization commit(StepContext context, Duration took) {
        Node node = project.node(context.asset().key());
        Lease lease = context.lease();
        long[] newest = tokens[node.number()];
        if (context.scope().partitions().stream().anyMatch(key -> newest[node.ordinal(key)] >= lease.token())) {
            throw LeaseErrors.lost(lease);
        }
        versions++;
        List<Slice> made = new ArrayList<>();
        for (PartitionKey key : context.scope().partitions()) {
            made.add(make(context, node, key));
            newest[node.ordinal(key)] = lease.token();
            committed[node.number()][node.ordinal(key)] = versions;
        }
        slices += made.size();
        Materialization done = new Materialization(
                context.step(),
                node.key(),
                versions,
                context.inputs().codeVersion(),
                context.inputs().at(),
                took,
                made,
                PartitionSet.empty());
        violations.unless(
                Invariant.ONCE,
                untold.put(context.step(), done) == null,
                () -> "step " + context.step().number() + " commits twice");
        return done;
    }

    private Slice make(StepContext context, Node node, PartitionKey key) {
        int ordinal = node.ordinal(key);
        Map<String, String> inputs = context.inputs().of(key);
        long from = madeFrom(inputs, context.inputs().codeVersion());
        BitSet attempts = failed.computeIfAbsent(node.number(), unused -> new BitSet());
        violations.unless(
                Invariant.ONCE,
                madeFrom[node.number()][ordinal] != from || attempts.get(ordinal),
                () -> node.key() + "@" + key + " is made again from what it was made from");
        attempts.clear(ordinal);
        madeFrom[node.number()][ordinal] = from;
        long made = contents.of(node, ordinal, content);
        content[node.number()][ordinal] = made;
        return new Slice(key, Long.toHexString(made), 1000, 0, 1L << 20, inputs);
    }

    private static long madeFrom(Map<String, String> inputs, String code) {
        long[] sum = {Mix.of(code)};
        inputs.forEach((name, version) -> sum[0] += Mix.of(Mix.of(name), Mix.of(version)));
        return sum[0];
    }

    /** An attempt has failed, or somebody wants it: these may be made again although nothing has changed. */
    void mayRepeat(Node node, PartitionSet slices) {
        BitSet attempts = failed.computeIfAbsent(node.number(), unused -> new BitSet());
        slices.forEach(key -> attempts.set(node.ordinal(key)));
    }

    /** The commit of a step that the ledger has not been told of. */
    Optional<Materialization> committed(StepId step) {
        return Optional.ofNullable(untold.get(step));
    }

    /** The ledger knows. */
    void told(Materialization done) {
        untold.remove(done.step());
        Node node = project.node(done.asset());
        for (Slice slice : done.slices()) {
            violations.unless(
                    Invariant.TAKEOVER,
                    committed[node.number()][node.ordinal(slice.partition())] == done.tableVersion(),
                    () -> "the ledger is told of an old commit of " + node.key() + "@" + slice.partition());
        }
    }
}
