package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.execution.Holder;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunStore.RunSession;
import dev.ingot.core.run.RunWish;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "cancel",
        description = "Stop a running run, steps that run included, or give a paused one up. What is committed stays.",
        footer = {"", "Examples:", "  ingot runs cancel", "  ingot runs cancel 01JD8Z"})
final class RunsCancelCommand implements IngotCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The run's id, the beginning of it, or last. Default: the only one that is running.")
    private @Nullable String id;

    @Inject
    private Console console;

    @Inject
    private RunStore runs;

    @Inject
    private Clock clock;

    @Override
    public ExitCode run() {
        Run run = new RunLookup(runs).running(id, "cancel");
        if (runs.ask(run.id(), RunWish.CANCEL)) {
            console.say(
                    "Asked run " + run.id() + " to stop. What it has committed stays.",
                    "See how it ended: ingot runs show " + run.id());
        } else {
            giveUp(runs.find(run.id()).orElse(run));
            console.say("Run " + run.id() + " was paused and is cancelled now. What it has committed stays.");
        }
        if (console.isJson()) {
            console.json(AskedRun.of(runs.find(run.id()).orElse(run), RunWish.CANCEL));
        }
        return ExitCode.OK;
    }

    /** There is no process to ask: the run is taken up, only to be ended. */
    private void giveUp(Run run) {
        if (run.status() != RunStatus.PAUSED) {
            throw LookupErrors.wrongState(run, "cancelled");
        }
        Instant now = clock.instant();
        try (RunSession session = runs.resume(run.id(), Holder.ofThisProcess())) {
            runs.steps(run.id()).stream()
                    .filter(step -> !step.status().isFinal())
                    .forEach(step -> session.record(
                            RunEvent.ofStep(run.id(), now, step.finished(StepStatus.CANCELLED, now, ""))));
            session.record(RunEvent.ofRun(run.id(), now, RunStatus.CANCELLED, "given up while it was paused"));
        }
    }
}
