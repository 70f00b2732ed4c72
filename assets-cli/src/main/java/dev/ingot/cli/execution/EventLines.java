package dev.ingot.cli.execution;

import dev.ingot.cli.progress.RunProgress;
import dev.ingot.cli.text.Json;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** For machines: one JSON object a line for each event of a run, described in {@code docs/spec/cli-output.md}. */
final class EventLines implements RunProgress {
    /** How far a step has come is told no more often. */
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final PrintWriter out;
    private final Clock clock;
    private final Map<StepId, Instant> told = new HashMap<>();

    EventLines(PrintWriter out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    private record Started(
            String event, Instant at, String run, String kind, Optional<String> retryOf, List<StepDescription> steps) {}

    private record Changed(String event, Instant at, StepDescription step) {}

    private record Doing(String event, Instant at, String step, String doing) {}

    private record Advanced(String event, Instant at, String step, long tasksDone, long tasks, long rows) {}

    private record Note(String event, Instant at, String text) {}

    private record Finished(
            String event,
            Instant at,
            String run,
            String status,
            long rows,
            long rejected,
            Duration seconds,
            List<RunOutcome.Check> checks) {}

    @Override
    public void runStarted(Run run, List<StepState> steps) {
        tell(new Started(
                "run_started",
                clock.instant(),
                run.id().text(),
                run.origin().kind().text(),
                run.origin().retryOf().map(Object::toString),
                steps.stream().map(StepDescription::of).toList()));
    }

    @Override
    public void stepChanged(StepState step) {
        tell(new Changed("step_changed", clock.instant(), StepDescription.of(step)));
    }

    @Override
    public void stepProgress(StepState step, String doing) {
        tell(new Doing("step_progress", clock.instant(), step.id().toString(), doing));
    }

    @Override
    public synchronized void stepAdvanced(StepState step, Advance advance) {
        Instant now = clock.instant();
        Instant last = told.get(step.id());
        if (advance.done() == advance.total() || last == null || !now.isBefore(last.plus(PAUSE))) {
            told.put(step.id(), now);
            tell(new Advanced(
                    "step_advanced", now, step.id().toString(), advance.done(), advance.total(), advance.rows()));
        }
    }

    @Override
    public void runFinished(RunReport report) {
        tell(new Finished(
                "run_finished",
                clock.instant(),
                report.run().id().text(),
                report.run().status().text(),
                report.rows(),
                report.rejected(),
                RunSummary.duration(report.run()),
                report.checks().stream().map(RunOutcome.Check::of).toList()));
    }

    @Override
    public void note(String text) {
        tell(new Note("note", clock.instant(), text));
    }

    @Override
    public boolean isSummary() {
        return true;
    }

    private synchronized void tell(Object event) {
        out.println(Json.line(event));
        out.flush();
    }
}
