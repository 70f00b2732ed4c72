package dev.ingot.core.engine;

import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.engine.schedule.Schedule;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.PlanStep;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleSupplier;

/** What the end of an attempt means: that the step is tried again, or what becomes of the steps that need it. */
final class Aftermath {
    private final AssetGraph graph;
    private final Schedule schedule;
    private final Journal journal;
    private final DoubleSupplier chance;

    Aftermath(AssetGraph graph, Schedule schedule, Journal journal, DoubleSupplier chance) {
        this.graph = graph;
        this.schedule = schedule;
        this.journal = journal;
        this.chance = chance;
    }

    /** Whether the failed step is worth another attempt; if so it begins again after a pause, in which it holds no worker. */
    boolean triedAgain(StepOutcome outcome, Workers workers) {
        RetryPolicy policy = graph.spec(outcome.step().asset()).policy().retry();
        int done = outcome.state().attempt();
        if (outcome.failed()
                .filter(failed -> policy.allows(done, failed.kind()))
                .isEmpty()) {
            return false;
        }
        Duration pause = policy.pause(done, chance.getAsDouble());
        StepOutcome.Failed failed = outcome.failed().get();
        String seconds = String.format(Locale.ROOT, "%.1f s", pause.toMillis() / 1000.0);
        journal.change(outcome.state()
                .waiting("attempt " + done + " of " + policy.attempts() + " failed ("
                        + failed.kind().text() + "), the next in " + seconds + ": "
                        + failed.failure().diagnostic().text()));
        schedule.postpone(outcome.step());
        workers.after(pause, () -> schedule.again(outcome.step()));
        return true;
    }

    /** The step has come to its end. */
    void conclude(StepOutcome outcome) {
        journal.note(outcome);
        // What a failed check keeps from running is told first: it could not be found out once the process is gone.
        boolean gated = outcome.state().status() == StepStatus.BLOCKED;
        if (gated) {
            takeAlong(outcome.step());
        }
        journal.change(outcome.state());
        if (!gated) {
            takeAlong(outcome.step());
        }
    }

    /** Ends all that will never run because this step came to what it did. */
    void takeAlong(PlanStep first) {
        Deque<PlanStep> ended = new ArrayDeque<>(List.of(first));
        while (!ended.isEmpty()) {
            PlanStep step = ended.remove();
            String why = step.asset() + " " + journal.state(step).status().text();
            for (PlanStep taken : schedule.end(step, journal.isObstacle(step))) {
                journal.end(taken, StepStatus.SKIPPED, why);
                ended.add(taken);
            }
        }
    }

    /** Ends all that has not begun, because somebody wants the run to stop. */
    void abandon() {
        schedule.abandon().forEach(step -> journal.end(step, StepStatus.CANCELLED, ""));
    }
}
