package dev.ingot.cli.command.doctor;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Lets a check look, and waits for it no longer than so long. Whatever it throws becomes a finding. */
final class Examination {
    private final Duration patience;

    Examination(Duration patience) {
        this.patience = patience;
    }

    Health of(HealthCheck check) throws InterruptedException {
        FutureTask<Health> task = new FutureTask<>(check::look);
        Thread thread = new Thread(task, "ingot-doctor-" + check.name().replace(' ', '-'));
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            return failed(check, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            task.cancel(true);
            return Health.bad(
                    "no answer",
                    Diagnostic.of(check.failure(), "There was no answer within " + patience.toSeconds() + " s"));
        }
    }

    private static Health failed(HealthCheck check, Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IngotException told) {
                return Health.bad("cannot be used", told.diagnostic());
            }
        }
        return Health.bad(
                "cannot be used",
                Diagnostic.of(check.failure(), "It could not be looked at").because(failure.toString()));
    }
}
