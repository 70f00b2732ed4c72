package dev.ingot.cli.progress;

import dev.ingot.cli.text.Words;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run has come: slices done, and the time that is left, from what was expected and what it took so far. Not
 * thread-safe.
 */
public final class Pace {
    /** One step that went wrong by more than that says nothing about the others. */
    private static final double MOST = 20;
    /** Below so many seconds a duration is told with tenths, which a forecast has not. */
    private static final int TENTHS = 10;

    private final int parallelism;
    private final Map<Integer, PlanStep> open = new LinkedHashMap<>();
    private final Map<Integer, Instant> running = new HashMap<>();
    private final Map<AssetKey, Taken> taken = new HashMap<>();
    private final int slices;
    private int done;
    private Duration expected = Duration.ZERO;
    private Duration actual = Duration.ZERO;

    public Pace(Plan plan, int parallelism) {
        this.parallelism = parallelism;
        plan.steps().forEach(step -> open.put(step.number(), step));
        slices = plan.steps().stream().mapToInt(Pace::slices).sum();
    }

    /** What the ended steps of one asset took. */
    private record Taken(Duration time, int slices) {
        Taken and(Taken other) {
            return new Taken(time.plus(other.time), slices + other.slices);
        }
    }

    /** Slices that are not known beforehand count as one. */
    private static int slices(PlanStep step) {
        return Math.max(1, step.scope().partitions().size());
    }

    /** Takes the new state of a step. */
    void changed(StepState state) {
        int number = state.id().number();
        PlanStep step = open.get(number);
        if (step == null) {
            return;
        }
        if (state.status() == StepStatus.RUNNING) {
            state.startedAt().ifPresent(at -> running.put(number, at));
        } else if (state.status().isFinal()) {
            open.remove(number);
            running.remove(number);
            done += slices(step);
            if (state.status() == StepStatus.SUCCEEDED) {
                learn(step, state.duration());
            }
        }
    }

    private void learn(PlanStep step, Duration took) {
        taken.merge(step.asset(), new Taken(took, slices(step)), Taken::and);
        if (!step.expected().took().isZero()) {
            expected = expected.plus(step.expected().took());
            actual = actual.plus(took);
        }
    }

    /** {@code 120/400 slices}. */
    String done() {
        return Words.number(done) + "/" + Words.count(slices, "slice");
    }

    /** {@code about 3 min 5 s left}; empty when nothing is left. Not for nothing: it plays the rest through. */
    String left(Instant now) {
        if (open.isEmpty()) {
            return "";
        }
        List<Timetable.Task> tasks = new ArrayList<>();
        boolean all = true;
        for (PlanStep step : open.values()) {
            Optional<Duration> estimate = estimate(step);
            all = all && estimate.isPresent();
            Duration rest = remaining(step, estimate.orElse(Duration.ZERO), now);
            tasks.add(new Timetable.Task(step.number(), step.after(), rest));
        }
        return told(Timetable.span(tasks, parallelism), all);
    }

    private static String told(Duration left, boolean all) {
        if (left.toSeconds() < 1) {
            return all ? "less than 1 s left" : "time left not known";
        }
        String time = left.toSeconds() < TENTHS ? left.toSeconds() + " s" : Words.duration(left);
        return (all ? "about " : "more than ") + time + " left";
    }

    private Duration remaining(PlanStep step, Duration estimate, Instant now) {
        Instant start = running.getOrDefault(step.number(), now);
        Duration rest = estimate.minus(Duration.between(start, now));
        return rest.isNegative() ? Duration.ZERO : rest;
    }

    /** What other batches of the asset took now says more than what the ledger remembers. */
    private Optional<Duration> estimate(PlanStep step) {
        Taken now = taken.get(step.asset());
        if (now != null) {
            return Optional.of(now.time().multipliedBy(slices(step)).dividedBy(now.slices()));
        }
        Duration before = step.expected().took();
        return before.isZero() ? Optional.empty() : Optional.of(scaled(before));
    }

    private Duration scaled(Duration before) {
        if (expected.isZero()) {
            return before;
        }
        double factor = (double) actual.toMillis() / Math.max(1, expected.toMillis());
        return Duration.ofMillis(Math.round(before.toMillis() * Math.min(MOST, Math.max(1 / MOST, factor))));
    }
}
