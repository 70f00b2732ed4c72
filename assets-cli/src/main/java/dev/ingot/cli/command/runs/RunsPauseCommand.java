package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunWish;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "pause",
        description =
                "Let a running run begin no new step. Steps that run come to their end; the others wait for runs resume.",
        footer = {"", "Examples:", "  ingot runs pause", "  ingot runs pause 01JD8Z"})
final class RunsPauseCommand implements IngotCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The run's id, the beginning of it, or last. Default: the only one that is running.")
    private @Nullable String id;

    @Inject
    private Console console;

    @Inject
    private RunStore runs;

    @Override
    public ExitCode run() {
        Run run = new RunLookup(runs).running(id, "pause");
        if (!runs.ask(run.id(), RunWish.PAUSE)) {
            throw LookupErrors.wrongState(runs.find(run.id()).orElse(run), "paused");
        }
        if (console.isJson()) {
            console.json(AskedRun.of(run, RunWish.PAUSE));
        }
        console.say(
                "Asked run " + run.id() + " to pause. It does when the steps that are running have ended.",
                "See how it stands: ingot runs show " + run.id() + "   Go on with it: ingot runs resume");
        return ExitCode.OK;
    }
}
