package dev.ingot.core.engine;

import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands on what it is told without waiting, and keeps a listener that fails from harming the run. */
final class SerialListener implements RunListener {
    private static final Logger LOG = LoggerFactory.getLogger(SerialListener.class);

    private final RunListener listener;
    private final Workers workers;

    SerialListener(RunListener listener, Workers workers) {
        this.listener = listener;
        this.workers = workers;
    }

    @Override
    public void runStarted(Run run, List<StepState> steps) {
        tell(() -> listener.runStarted(run, steps));
    }

    @Override
    public void stepChanged(StepState step) {
        tell(() -> listener.stepChanged(step));
    }

    @Override
    public void stepProgress(StepState step, String doing) {
        tell(() -> listener.stepProgress(step, doing));
    }

    @Override
    public void stepAdvanced(StepState step, Advance advance) {
        tell(() -> listener.stepAdvanced(step, advance));
    }

    @Override
    public void stepFailed(StepState step, Throwable failure) {
        tell(() -> listener.stepFailed(step, failure));
    }

    @Override
    public void runFinished(RunReport report) {
        tell(() -> listener.runFinished(report));
    }

    private void tell(Runnable call) {
        workers.tell(() -> {
            try {
                call.run();
            } catch (Throwable failure) {
                warn(failure);
            }
        });
    }

    /** It may be a failure of a user's that whoever watches was told of: not even its words are sure to be had. */
    private static void warn(Throwable failure) {
        try {
            LOG.warn("whoever watches the run failed", failure);
        } catch (Throwable untellable) {
            LOG.warn("whoever watches the run failed, with {}", failure.getClass());
        }
    }
}
