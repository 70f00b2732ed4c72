package dev.ingot.cli.command.plan;

import dev.ingot.cli.planning.Slices;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Cause;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a chain of causes as a tree.
 *
 * @param single whether it is about one partition, which is then not repeated
 */
record CauseTree(boolean single) {
    List<String> lines(List<Cause> causes) {
        List<String> lines = new ArrayList<>();
        draw(causes, "", !single, lines);
        return lines;
    }

    private static void draw(List<Cause> causes, String indent, boolean partitions, List<String> lines) {
        for (int index = 0; index < causes.size(); index++) {
            Cause cause = causes.get(index);
            boolean last = index == causes.size() - 1;
            lines.add(
                    indent + (last ? "└─ " : "├─ ") + cause.reason() + (partitions ? slices(cause.partitions()) : ""));
            draw(cause.because(), indent + (last ? "   " : "│  "), true, lines);
        }
    }

    /** Nothing of what has no partitions, and of the discovery of those that have. */
    private static String slices(PartitionSet slices) {
        PartitionSet named = slices.minus(PartitionSet.whole());
        return named.isEmpty() ? "" : "  (" + Slices.text(named) + ")";
    }
}
