package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.StepState;
import dev.ingot.core.log.RunLogs;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** What {@code -o json} prints of a step; {@code file} is what it said itself, if there is any of it. */
    record StepLog(
            String step, String asset, String partitions, String status, Optional<String> file, List<String> lines) {}

    @Override
    public ExitCode run() throws InterruptedException {
        Run run = new RunLookup(runs).find(id);
        AskedSteps asked = AskedSteps.of(step, run, runs.steps(run.id()));
        if (follow && console.isJson()) {
            throw LookupErrors.followsAsTextOnly();
        }
        LogReader reader = new LogReader(runs, logs, run.id(), asked);
        if (follow) {
            new LogFollower(runs, reader, console.out()).follow(run.id());
            return ExitCode.OK;
        }
        Map<StepStory, List<String>> stories = reader.all();
        stories.values().removeIf(List::isEmpty);
        if (console.isJson()) {
            List<StepLog> all = new ArrayList<>();
            stories.forEach((story, lines) -> all.add(document(story.step(), lines)));
            console.json(all);
        } else {
            print(stories, asked.steps().size() > 1);
            explainWhatIsMissing(run, stories.isEmpty());
        }
        return ExitCode.OK;
    }

    private StepLog document(StepState state, List<String> lines) {
        Path file = logs.file(state.id());
        return new StepLog(
                state.id().toString(),
                state.asset().toString(),
                state.partitions(),
                state.status().text(),
                Optional.of(file).filter(Files::exists).map(Path::toString),
                lines);
    }

    private void print(Map<StepStory, List<String>> stories, boolean titled) {
        String gap = "";
        for (Map.Entry<StepStory, List<String>> story : stories.entrySet()) {
            if (titled) {
                console.out().println(gap + "step " + story.getKey().title());
                gap = "\n";
            }
            story.getValue().forEach(console.out()::println);
        }
    }

    private void explainWhatIsMissing(Run run, boolean all) {
        if (all) {
            console.err().println("Nothing is logged of this: the step never began.");
        } else if (logs.steps(run.id()).isEmpty()) {
            console.err()
                    .println("The steps said nothing themselves, or it was removed since; see the setting log.runs.");
        }
    }
}
