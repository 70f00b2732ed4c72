package dev.ingot.core.engine;

import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.log.LogContext;
import dev.ingot.core.plan.PlanStep;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The attempts that run. One that is told to stop has time to come to a safe point, is interrupted, and is given up if it does
 * not end at all: its lease is taken from it, so that it cannot commit. For the thread of the run.
 */
final class Attempts {
    /** Between being told to stop and the interrupt. */
    static final Duration PATIENCE = Duration.ofSeconds(3);
    /** Between being told to stop for being late and being given up. */
    static final Duration GRACE = Duration.ofSeconds(10);
    /** The same where everything stops: the process has to end within 10 s. */
    static final Duration LAST_GRACE = Duration.ofSeconds(7);

    private static final Logger LOG = LoggerFactory.getLogger(Attempts.class);

    private final LeaseStore leases;
    private final StepRunner runner;
    private final RunListener listener;
    private final Workers workers;
    private final Set<Attempt> running = new LinkedHashSet<>();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private boolean stopping;
    private boolean unreachable;

    private record Ended(Attempt attempt, StepOutcome outcome) {}

    Attempts(LeaseStore leases, StepRunner runner, RunListener listener, Workers workers) {
        this.leases = leases;
        this.runner = runner;
        this.listener = listener;
        this.workers = workers;
    }

    /** How many run. */
    int running() {
        return running.size();
    }

    /** The steps among them whose assets have done their work: what is left is to record it. */
    List<PlanStep> ending() {
        return running.stream()
                .filter(Predicate.not(Attempt::isAtWork))
                .map(Attempt::step)
                .toList();
    }

    /** Asks for the lease of a step, and for what else an attempt takes to begin. */
    RunState.Begun ask(LeaseRequest request) {
        return runner.begin(request);
    }

    /**
     * Begins one.
     *
     * @param timeout how long it may take
     * @param run tells all of them to stop
     */
    void start(Attempt attempt, Optional<Duration> timeout, Cancellation run) {
        run.onCancel(attempt.cancellation()::cancel);
        running.add(attempt);
        timeout.ifPresent(longest -> workers.after(longest, () -> late(attempt)));
        workers.start(attempt.begun(), () -> attempt.inThread(() -> ended.add(new Ended(attempt, outcome(attempt)))));
    }

    /** Whatever happens, there is one: the run waits for it. */
    private StepOutcome outcome(Attempt attempt) {
        try {
            return LogContext.in(
                    attempt.begun().id(),
                    () -> runner.run(attempt, attempt.watched(listener), () -> hasWorked(attempt)));
        } catch (Throwable untellable) {
            return runner.untellable(attempt, untellable.getClass());
        }
    }

    private void hasWorked(Attempt attempt) {
        attempt.hasWorked();
        workers.wake();
    }

    /** What has ended since the last call; an attempt that was late has failed of that. */
    Optional<StepOutcome> poll() {
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            if (running.remove(next.attempt())) {
                return Optional.of(next.outcome());
            }
        }
        return Optional.empty();
    }

    /** All were told to stop: waits for none of them for ever. */
    void stopping() {
        if (!stopping) {
            stopping = true;
            List.copyOf(running).forEach(attempt -> expect(attempt, LAST_GRACE));
        }
    }

    private void late(Attempt attempt) {
        if (running.contains(attempt)) {
            attempt.isLate();
            expect(attempt, GRACE);
        }
    }

    private void expect(Attempt attempt, Duration grace) {
        workers.after(PATIENCE, attempt::interrupt);
        workers.after(grace, () -> giveUp(attempt));
    }

    private void giveUp(Attempt attempt) {
        if (!running.contains(attempt)) {
            return;
        }
        attempt.giveUp();
        LOG.warn("{} does not stop, and is left to itself", attempt.begun().id());
        if (!(stopping && unreachable)) {
            deprive(attempt);
        }
        ended.add(new Ended(attempt, runner.givenUp(attempt)));
        workers.wake();
    }

    /** Each try may take as long as a server may take to answer: there is no time for many where everything stops. */
    private void deprive(Attempt attempt) {
        try {
            leases.abandon(attempt.granted().lease());
        } catch (RuntimeException e) {
            unreachable = isUnreachable(e);
            LOG.warn("{} could not be deprived of its lease", attempt.begun().id(), e);
        }
    }

    private static boolean isUnreachable(RuntimeException failure) {
        return failure instanceof IngotException told
                && told.diagnostic().code().exit() == ExitCode.UNREACHABLE;
    }
}
