package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.Facts;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.text.Times;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Describe one run and its steps.",
        footer = {
            "",
            "Examples:",
            "  ingot runs show last",
            "  ingot runs show 01JD8Z",
            "  ingot runs show last -o json"
        })
final class RunsShowCommand implements IngotCommand {
    @Parameters(paramLabel = "ID", description = "The run's id, the beginning of it, or last.")
    private String id = "";

    @Inject
    private Console console;

    @Inject
    private RunStore runs;

    @Override
    public ExitCode run() {
        Run run = new RunLookup(runs).find(id);
        List<StepState> steps = runs.steps(run.id());
        if (console.isJson()) {
            console.json(RunDescription.of(run, steps));
        } else {
            print(run, steps);
        }
        return ExitCode.OK;
    }

    private void print(Run run, List<StepState> steps) {
        Facts facts = new Facts(console);
        facts.title("run " + run.id());
        facts.add("status", run.status().text() + (run.message().isEmpty() ? "" : ": " + run.message()));
        facts.add("command", run.command());
        facts.add("holder", run.holder());
        facts.add("started", Times.seconds(run.startedAt()).toString());
        facts.add(
                "finished",
                run.finishedAt().map(at -> Times.seconds(at).toString()).orElse(""));
        console.out().println();
        console.table(
                List.of("step", "asset", "partitions", "status", "rows", "rejected", "seconds", "reason"),
                steps.stream().map(RunsShowCommand::row).toList());
        steps.stream()
                .filter(step -> !step.message().isEmpty() && !step.status().isGood())
                .forEach(step -> console.out().println("\n" + step.asset() + ": " + step.message()));
    }

    private static List<? extends @Nullable Object> row(StepState step) {
        return java.util.Arrays.asList(
                step.id().number(),
                step.asset().toString(),
                step.partitions(),
                step.status().text(),
                step.rows(),
                step.rejected(),
                Times.seconds(step.duration()),
                step.reason());
    }
}
