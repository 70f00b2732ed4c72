package dev.ingot.cli.command.runs;

import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.CommandWords;
import dev.ingot.cli.execution.ShownRun;
import dev.ingot.cli.execution.Typed;
import dev.ingot.cli.execution.WaitOption;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "retry",
        description =
                "Run what is left of a run that did not succeed, as a new run: what failed, was skipped, or never began.",
        footer = {"", "Examples:", "  ingot runs retry", "  ingot runs retry 01JD8Z"})
final class RunsRetryCommand implements IngotCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description =
                    "The run's id, the beginning of it, or last. Default: the last one that did not succeed and was not retried.")
    private @Nullable String id;

    @Mixin
    private WaitOption waiting = new WaitOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private RunStore runs;

    @Inject
    private ShownRun shown;

    @Override
    public ExitCode run() {
        Run run = new RunLookup(runs).failed(id);
        if (!RunLookup.isUnsuccessful(run)) {
            throw LookupErrors.wrongState(run, "retried");
        }
        return shown.retry(run, new Typed(run.origin().kind(), CommandWords.of(spec), waiting.waits()));
    }
}
