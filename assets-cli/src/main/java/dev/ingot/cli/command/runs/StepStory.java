package dev.ingot.cli.command.runs;

import dev.ingot.cli.log.LogLine;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.log.LogTail;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What there is to tell of one step: how it began and ended each time, as the run store has it, and between that what its log has.
 * Read at once or bit by bit; nothing is told twice. Not thread-safe.
 */
final class StepStory {
    private final StepState step;
    private final LogTail log;
    private final Deque<RunEvent> changes = new ArrayDeque<>();
    private final Deque<String> said = new ArrayDeque<>();
    private boolean begun;

    StepStory(StepState step, LogTail log) {
        this.step = step;
        this.log = log;
    }

    /** The step as it stood when this was asked for. */
    StepState step() {
        return step;
    }

    /** The step's number and what it materializes. */
    String title() {
        return step.id().number() + " " + step.asset() + (step.partitions().isEmpty() ? "" : "@" + step.partitions());
    }

    /** The step has come into another state. */
    void changed(RunEvent change) {
        changes.add(change);
    }

    /** What is new, in whole lines. What the step says before it is known to have begun is told after that. */
    List<String> news() {
        said.addAll(log.lines());
        List<String> lines = story();
        if (begun) {
            take(Instant.MAX, lines);
        }
        return lines;
    }

    /** What is new, and all that is left. */
    List<String> rest() {
        said.addAll(log.rest());
        List<String> lines = story();
        take(Instant.MAX, lines);
        return lines;
    }

    private List<String> story() {
        List<String> lines = new ArrayList<>();
        while (!changes.isEmpty()) {
            RunEvent change = changes.remove();
            // What was said last may have been written a moment after the end of the step.
            take(isBegin(change) ? at(change) : nextBegin(), lines);
            begun |= isBegin(change);
            LogLine.of(change).ifPresent(lines::add);
        }
        return lines;
    }

    private Instant nextBegin() {
        return changes.stream()
                .filter(StepStory::isBegin)
                .findFirst()
                .map(StepStory::at)
                .orElse(Instant.MAX);
    }

    private static boolean isBegin(RunEvent change) {
        return change.step().orElseThrow().status() == StepStatus.RUNNING;
    }

    /** To the millisecond, as in logs. */
    private static Instant at(RunEvent change) {
        return change.at().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Takes what was said before this moment; lines without a time belong to the one before them. */
    private void take(Instant end, List<String> lines) {
        while (!said.isEmpty() && LogLine.at(said.element()).orElse(Instant.MIN).isBefore(end)) {
            lines.add(said.remove());
        }
    }
}
