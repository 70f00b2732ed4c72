package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.text.Times;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "list",
        description = "List the newest runs, newest first.",
        footer = {"", "Examples:", "  ingot runs list", "  ingot runs list -n 3 -o json"})
final class RunsListCommand implements IngotCommand {
    @Option(names = "-n", paramLabel = "RUNS", description = "At most so many. Default: 20.")
    private int limit = 20;

    @Inject
    private Console console;

    @Inject
    private RunStore runs;

    @Override
    public ExitCode run() {
        List<Run> newest = runs.newest(limit);
        if (newest.isEmpty() && !console.isJson()) {
            console.say("No run yet. Begin with: ingot materialize");
            return ExitCode.OK;
        }
        console.table(
                List.of("run", "kind", "status", "started_at", "seconds", "command", "message"),
                newest.stream().map(RunsListCommand::row).toList());
        return ExitCode.OK;
    }

    private static List<? extends @Nullable Object> row(Run run) {
        return java.util.Arrays.asList(
                run.id().toString(),
                run.origin().kind().text(),
                run.status().text(),
                Times.seconds(run.startedAt()).toString(),
                Times.between(run.startedAt(), run.finishedAt()),
                run.command(),
                run.message());
    }
}
