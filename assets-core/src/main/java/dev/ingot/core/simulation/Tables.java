package dev.ingot.core.simulation;

import dev.ingot.core.engine.StepContext;
import dev.ingot.core.event.StepId;
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
    private final Map<Integer, BitSet> failed = new HashMap<>();
    private final Map<StepId, Materialization> untold = new HashMap<>();
    private long versions;
    private long slices;

    Tables(SimulatedProject project, Violations violations) {
        this.project = project;
        this.contents = new Contents(project);
        this.violations = violations;
        content = project.nodes().stream()
                .map(node -> new long[node.keys().size()])
                .toArray(long[][]::new);
        madeFrom = project.nodes().stream()
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

    Materialization commit(StepContext context, Duration took) {
        Node node = project.node(context.asset().key());
        List<Slice> made = new ArrayList<>();
        for (PartitionKey key : context.scope().partitions()) {
            made.add(make(context, node, key));
        }
        slices += made.size();
        Materialization done = new Materialization(
                context.step(),
                node.key(),
                ++versions,
                context.inputs().codeVersion(),
                context.inputs().at(),
                took,
                made,
                PartitionSet.empty());
        violations.unless(
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

    /** An attempt has failed: it may be repeated although nothing has changed. */
    void failed(StepContext context) {
        Node node = project.node(context.asset().key());
        BitSet attempts = failed.computeIfAbsent(node.number(), unused -> new BitSet());
        context.scope().partitions().forEach(key -> attempts.set(node.ordinal(key)));
    }

    /** The commit of a step that the ledger has not been told of. */
    Optional<Materialization> committed(StepId step) {
        return Optional.ofNullable(untold.get(step));
    }

    /** The ledger knows. */
    void told(StepId step) {
        untold.remove(step);
    }
}
