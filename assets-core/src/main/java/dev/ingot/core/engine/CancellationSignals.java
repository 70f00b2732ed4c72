package dev.ingot.core.engine;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseErrors;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signals of one step of a run. */
final class CancellationSignals implements StepSignals {
    private final Cancellation cancellation;
    private final RunState state;
    private final Lease lease;
    private final RunListener listener;
    private final StepState step;
    private @Nullable Runnable action;
    private volatile List<CheckResult> checks = List.of();

    /**
     * Signals of one step.
     *
     * @param state where its lease is known
     */
    CancellationSignals(Cancellation cancellation, RunState state, Lease lease, RunListener listener, StepState step) {
        this.cancellation = cancellation;
        this.state = state;
        this.lease = lease;
        this.listener = listener;
        this.step = step;
        cancellation.onCancel(this::fire);
    }

    @Override
    public void progress(String doing) {
        listener.stepProgress(step, doing);
    }

    @Override
    public void advanced(Advance advance) {
        listener.stepAdvanced(step, advance);
    }

    @Override
    public void checked(List<CheckResult> results) {
        checks = List.copyOf(results);
    }

    /** How the checks came out, as far as the step has told. */
    List<CheckResult> checks() {
        return checks;
    }

    @Override
    public void checkLease() {
        if (!state.mayCommit(lease)) {
            throw LeaseErrors.lost(lease);
        }
    }

    @Override
    public boolean isCancelled() {
        return cancellation.isCancelled();
    }

    @Override
    public void onCancel(Runnable next) {
        synchronized (this) {
            action = next;
        }
        if (cancellation.isCancelled()) {
            fire();
        }
    }

    private void fire() {
        Runnable now;
        synchronized (this) {
            now = action;
            action = null;
        }
        if (now != null) {
            now.run();
        }
    }
}
