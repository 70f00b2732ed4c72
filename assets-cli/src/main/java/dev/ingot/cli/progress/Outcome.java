package dev.ingot.cli.progress;

import dev.ingot.cli.text.Words;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;

/** What a step came to, in a few words. */
final class Outcome {
    private Outcome() {}

    static String of(StepState step) {
        return switch (step.status()) {
            case SUCCEEDED, BLOCKED ->
                rows(step) + "  " + Words.duration(step.duration())
                        + (step.status() == StepStatus.BLOCKED ? "  blocked: " + firstLine(step) : "");
            case UNCHANGED -> "unchanged: " + firstLine(step);
            case SKIPPED -> "skipped: " + firstLine(step);
            case FAILED -> "failed: " + firstLine(step);
            default -> step.status().text();
        };
    }

    private static String rows(StepState step) {
        return Words.count(step.rows(), "row")
                + (step.rejected() == 0 ? "" : ", " + Words.number(step.rejected()) + " rejected");
    }

    static String firstLine(StepState step) {
        return step.message().lines().findFirst().orElse("");
    }
}
