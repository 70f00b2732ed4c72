package dev.ingot.cli.execution;

import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;

/** Several who follow one run; each is told everything, in this order. */
record Followers(List<RunListener> all) implements RunListener {
    @Override
    public void runStarted(Run run, List<StepState> steps) {
        all.forEach(one -> one.runStarted(run, steps));
    }

    @Override
    public void stepChanged(StepState step) {
        all.forEach(one -> one.stepChanged(step));
    }

    @Override
    public void stepProgress(StepState step, String doing) {
        all.forEach(one -> one.stepProgress(step, doing));
    }

    @Override
    public void stepAdvanced(StepState step, Advance advance) {
        all.forEach(one -> one.stepAdvanced(step, advance));
    }

    @Override
    public void stepFailed(StepState step, Throwable failure) {
        all.forEach(one -> one.stepFailed(step, failure));
    }

    @Override
    public void runFinished(RunReport report) {
        all.forEach(one -> one.runFinished(report));
    }
}
