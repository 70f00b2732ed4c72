package dev.ingot.cli.progress;

import dev.ingot.cli.text.Words;
import dev.ingot.core.event.StepState;
import java.util.List;

/** What the steps of one run are called: with their partitions only where an asset has several. */
record StepNames(boolean tellsPartitions, int width) {
    /** As many letters of a step's partitions. */
    private static final int MOST = 32;

    static StepNames of(List<StepState> steps) {
        boolean several = steps.stream().map(StepState::asset).distinct().count() < steps.size();
        StepNames names = new StepNames(several, 0);
        return new StepNames(
                several,
                steps.stream().mapToInt(step -> names.name(step).length()).max().orElse(0));
    }

    /** As wide as the longest. */
    String padded(StepState step) {
        return Words.padded(name(step), width);
    }

    private String name(StepState step) {
        String partitions = step.partitions().length() <= MOST
                ? step.partitions()
                : step.partitions().substring(0, MOST - 1) + "…";
        return tellsPartitions && !partitions.isEmpty()
                ? step.asset() + "  " + partitions
                : step.asset().toString();
    }
}
