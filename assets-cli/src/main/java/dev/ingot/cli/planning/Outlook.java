package dev.ingot.cli.planning;

import dev.ingot.cli.progress.Timetable;
import dev.ingot.cli.text.Words;
import dev.ingot.core.plan.PlanStep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What steps are expected to write and to take, as far as that is known.
 *
 * @param rows of the steps of which it is known
 * @param bytes of the steps of which it is known
 * @param took the time that the steps take, one after the other
 * @param unknown of how many steps the time is not known
 */
record Outlook(long rows, long bytes, Duration took, int unknown) {
    private static final String NOT_KNOWN = "?";

    static Outlook of(Collection<PlanStep> steps) {
        long rows = 0;
        long bytes = 0;
        Duration took = Duration.ZERO;
        int unknown = 0;
        for (PlanStep step : steps) {
            rows += step.expected().rows();
            bytes += step.expected().bytes();
            took = took.plus(step.expected().took());
            unknown += step.expected().took().isZero() ? 1 : 0;
        }
        return new Outlook(rows, bytes, took, unknown);
    }

    String rowsText() {
        return rows == 0 ? NOT_KNOWN : "~" + Words.number(rows);
    }

    String bytesText() {
        return bytes == 0 ? NOT_KNOWN : Words.size(bytes);
    }

    String tookText() {
        return took.isZero() ? NOT_KNOWN : Words.duration(took);
    }

    /** What a run of these steps, so many at once, is expected to take and to write; in one sentence. */
    static String sentence(Collection<PlanStep> steps, int parallelism) {
        Outlook all = of(steps);
        if (all.unknown == steps.size() && all.rows == 0 && all.bytes == 0) {
            return "How long that takes is not known: none of it has run before.";
        }
        List<String> parts = new ArrayList<>();
        if (!all.took.isZero()) {
            Duration span = Timetable.span(
                    steps.stream()
                            .map(step -> new Timetable.Task(
                                    step.number(), step.after(), step.expected().took()))
                            .toList(),
                    parallelism);
            parts.add((all.unknown == 0 ? "about " : "more than ") + Words.duration(span));
        }
        if (all.rows > 0) {
            parts.add(Words.count(all.rows, "row"));
        }
        if (all.bytes > 0) {
            parts.add(Words.size(all.bytes));
        }
        return "Expected: " + String.join(", ", parts) + all.doubt(steps.size());
    }

    private String doubt(int steps) {
        if (unknown == 0) {
            return ".";
        }
        return unknown == steps
                ? "; how long that takes is not known."
                : "; the time of " + Words.count(unknown, "step") + " is not known.";
    }
}
