package dev.ingot.cli.command.runs;

import dev.ingot.cli.text.Words;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How the steps of a run stand, in words: one that was running when its run died was interrupted, though nobody recorded it. */
record StepStanding(Run run) {
    String of(StepState step) {
        boolean isInterrupted = run.status() != RunStatus.RUNNING && step.status() == StepStatus.RUNNING;
        return isInterrupted ? "interrupted" : step.status().text();
    }

    /** {@code 38 succeeded, 2 failed}. */
    String counts(Collection<StepState> steps) {
        List<StepState> sorted =
                steps.stream().sorted(Comparator.comparing(StepState::status)).toList();
        Map<String, Integer> counts = new LinkedHashMap<>();
        sorted.forEach(step -> counts.merge(of(step), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(count -> Words.number(count.getValue()) + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
