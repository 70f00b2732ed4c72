package dev.ingot.cli.progress;

import dev.ingot.cli.text.Words;
import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.StepState;
import java.time.Duration;
import java.time.Instant;

/**
 * A step that is running, in a line.
 *
 * @param state the step
 * @param doing what it said that it does, possibly nothing
 * @param advance how far its jobs have come
 */
record RunningStep(StepState state, String doing, Advance advance) {
    private static final int CELLS = 10;

    static RunningStep of(StepState state) {
        return new RunningStep(state, "", new Advance(0, 0, 0));
    }

    RunningStep doing(String what) {
        return new RunningStep(state, what, advance);
    }

    RunningStep at(Advance now) {
        return new RunningStep(state, doing, now);
    }

    boolean is(StepState step) {
        return state.id().equals(step.id());
    }

    /** {@code computing  ━━━━━─────  12/24 tasks  1 234 rows  12 s}. */
    String text(Instant now) {
        StringBuilder text = new StringBuilder();
        add(text, doing);
        if (advance.total() > 0) {
            add(text, bar());
            add(text, Words.number(advance.done()) + "/" + Words.count(advance.total(), "task"));
        }
        if (advance.rows() > 0) {
            add(text, Words.count(advance.rows(), "row"));
        }
        Duration took = Duration.between(state.startedAt().orElse(now), now);
        add(text, took.toSeconds() < 60 ? took.toSeconds() + " s" : Words.duration(took));
        return text.toString();
    }

    private String bar() {
        int full = (int) (CELLS * advance.done() / advance.total());
        return "━".repeat(full) + "─".repeat(CELLS - full);
    }

    private static void add(StringBuilder text, String part) {
        if (!part.isEmpty()) {
            text.append("  ").append(part);
        }
    }
}
