package dev.ingot.core.simulation;

import dev.ingot.core.partition.PartitionSet;

/**
 * What is in a slice: a function of its asset, its code, its source, and what is in the slices that it needs. Never 0, which
 * stands for a slice that is not there.
 */
final class Contents {
    private final SimulatedProject project;

    Contents(SimulatedProject project) {
        this.project = project;
    }

    /** All slices as they are once everything is up to date, computed from the definitions, without plan or engine. */
    long[][] everything() {
        long[][] all = new long[project.nodes().size()][];
        for (Node node : project.nodes()) {
            long[] own = new long[node.keys().size()];
            for (int ordinal = 0; ordinal < own.length; ordinal++) {
                own[ordinal] = of(node, ordinal, all);
            }
            all[node.number()] = own;
        }
        return all;
    }

    /** One slice, made from the given tables. */
    long of(Node node, int ordinal, long[][] tables) {
        long content = Mix.of(node.number(), ordinal);
        for (String source : node.spec().sources()) {
            content = Mix.of(content, lastChange(content, project.sourceVersion(source)));
        }
        for (Node.Input input : node.inputs()) {
            content = Mix.of(content, read(node, ordinal, input, tables[input.upstream()]));
        }
        content = Mix.of(content, project.codeVersion(node.key()));
        // Some come out the same whatever changes, so that what needs them is left alone.
        return node.number() % 3 == 0 ? 1 + Math.floorMod(content, 3) : content | 1;
    }

    /** A new file changes every third slice. */
    private static int lastChange(long slice, int version) {
        int last = version;
        while (last > 1 && Math.floorMod(Mix.of(slice, last), 3) != 0) {
            last--;
        }
        return last;
    }

    private static long read(Node node, int ordinal, Node.Input input, long[] table) {
        if (input.mapping().isIdentity()) {
            return table[ordinal];
        }
        PartitionSet needed = input.mapping().upstreamOf(node.keys().space().key(ordinal), input.sides());
        long[] sum = {needed.size()};
        needed.ordinals().forEach((int slice) -> sum[0] = sum[0] * 31 + Mix.of(slice, table[slice]));
        return sum[0];
    }
}
