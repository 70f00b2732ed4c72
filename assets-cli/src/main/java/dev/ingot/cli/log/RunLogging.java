package dev.ingot.cli.log;

import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.log.RunLogs;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.List;

/**
 * Writes into the log of each step what it was doing and what it ran into, whole. What its thread and its jobs log comes to stand
 * between that; how it began and ended is in the run store. When a run begins the logs of runs that are long over are removed.
 */
public final class RunLogging implements RunListener {
    private final RunLogs logs;
    private final RunStore runs;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public RunLogging(RunLogs logs, RunStore runs, Settings settings, Clock clock) {
        this.logs = logs;
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void runStarted(Run run, List<StepState> steps) {
        logs.keep(settings.get(ProjectSettings.LOG_RUNS) - 1, this::isLive);
    }

    private boolean isLive(RunId run) {
        return runs.find(run).filter(one -> one.status() == RunStatus.RUNNING).isPresent();
    }

    @Override
    public void stepProgress(StepState step, String doing) {
        write(step, "INFO ", doing);
    }

    @Override
    public void stepFailed(StepState step, Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        write(step, "ERROR", trace.toString().stripTrailing());
    }

    private void write(StepState step, String level, String text) {
        logs.append(step.id(), LogLine.of(clock.instant(), level, text) + "\n");
    }
}
