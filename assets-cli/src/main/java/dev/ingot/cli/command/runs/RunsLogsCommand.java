package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.StepState;
import dev.ingot.core.log.RunLogs;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "logs",
        description = {
            "Show what the steps of a run have logged: what each was doing, the jobs of Spark, and failures, whole.",
            "",
            "The newest 50 runs keep their logs; the setting log.runs says how many."
        },
        footer = {
            "",
            "Examples:",
            "  ingot runs logs",
            "  ingot runs logs --follow",
            "  ingot runs logs 01JD8Z --step 7",
            "  ingot runs logs last --step silver/movielens/ratings"
        })
final class RunsLogsCommand implements IngotCommand {
    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The run's id, the beginning of it, or last. Default: last.")
    private String id = "last";

    @Option(
            names = "--step",
            paramLabel = "N|KEY",
            description = "Only the step of this number, or those of this asset.")
    private @Nullable String step;

    @Option(
            names = {"-f", "--follow"},
            description = "Go on as more is logged, until the run has ended.")
    private boolean follow;

    @Inject
    private Console console;

    @Inject
    private RunStore runs;

    @Inject
    private RunLogs logs;

    /** What {@code -o json} prints of a step. */
    record StepLog(String step, String asset, String partitions, String status, String file, List<String> lines) {}

    @Override
    public ExitCode run() throws InterruptedException {
        Run run = new RunLookup(runs).find(id);
        AskedSteps asked = AskedSteps.of(step, run, runs.steps(run.id()));
        if (follow && console.isJson()) {
            throw LookupErrors.followsAsTextOnly();
        }
        LogReader reader = new LogReader(logs, asked);
        if (console.isJson()) {
            console.json(asked.steps().stream()
                    .filter(state -> logs.file(state.id()).toFile().exists())
                    .map(state -> document(state, reader))
                    .toList());
        } else if (follow) {
            new LogFollower(runs, reader, console.out()).follow(run.id());
        } else {
            print(reader, asked);
        }
        return ExitCode.OK;
    }

    private StepLog document(StepState state, LogReader reader) {
        return new StepLog(
                state.id().toString(),
                state.asset().toString(),
                state.partitions(),
                state.status().text(),
                logs.file(state.id()).toString(),
                reader.all(state));
    }

    private void print(LogReader reader, AskedSteps asked) {
        boolean any = false;
        for (StepState state : asked.steps()) {
            List<String> lines = reader.all(state);
            if (!lines.isEmpty()) {
                if (asked.steps().size() > 1) {
                    console.out().println((any ? "\n" : "") + "step " + reader.title(state));
                }
                lines.forEach(console.out()::println);
                any = true;
            }
        }
        if (!any) {
            console.err()
                    .println(
                            "Nothing is logged of this: the step never began, or its log was removed; see the setting log.runs.");
        }
    }
}
