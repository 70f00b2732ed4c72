package dev.ingot.cli.command.runs;

import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.execution.ShownRun;
import dev.ingot.cli.execution.WaitOption;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "resume",
        description =
                "Go on with a paused run, or one whose process died: under its own id, with the steps that are not done.",
        footer = {"", "Examples:", "  ingot runs resume", "  ingot runs resume 01JD8Z"})
final class RunsResumeCommand implements IngotCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description =
                    "The run's id, the beginning of it, or last. Default: the one that is paused, or the last one if it died.")
    private @Nullable String id;

    @Mixin
    private WaitOption waiting = new WaitOption();

    @Inject
    private RunStore runs;

    @Inject
    private ShownRun shown;

    @Override
    public ExitCode run() {
        Run run = new RunLookup(runs).resumable(id);
        if (!run.status().isResumable()) {
            throw LookupErrors.wrongState(run, "resumed");
        }
        return shown.resume(run, waiting.waits());
    }
}
