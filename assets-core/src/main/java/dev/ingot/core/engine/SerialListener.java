package dev.ingot.core.engine;

import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;

/** Lets one call through at a time. */
final class SerialListener implements RunListener {
    private final RunListener listener;

    SerialListener(RunListener listener) {
        this.listener = listener;
    }

    @Override
    public synchronized void runStarted(Run run, List<StepState> steps) {
        listener.runStarted(run, steps);
    }

    @Override
    public synchronized void stepChanged(StepState step) {
        listener.stepChanged(step);
    }

    @Override
    public synchronized void stepProgress(StepState step, String doing) {
        listener.stepProgress(step, doing);
    }

    @Override
    public synchronized void runFinished(RunReport report) {
        listener.runFinished(report);
    }
}
