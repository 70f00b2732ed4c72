package dev.ingot.cli.command.runs;

import dev.ingot.cli.Console;
import dev.ingot.cli.Facts;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.text.Style;
import dev.ingot.cli.text.Times;
import dev.ingot.cli.text.Words;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import jakarta.inject.Inject;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        description = "Describe one run and its steps: what they wrote and took, beside what was expected.",
        footer = {"", "Examples:", "  ingot runs show", "  ingot runs show 01JD8Z", "  ingot runs show last -o json"})
final class RunsShowCommand implements IngotCommand {
    private static final int LINES = 60;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "The run's id, the beginning of it, or last. Default: last.")
    private String id = "last";

    @Option(names = "--all", description = "A line for every step, however many there are.")
    private boolean all;

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
        facts.add("kind", run.origin().kind().text());
        facts.add("retries", run.origin().retryOf().map(RunId::toString).orElse(""));
        facts.add("command", run.command());
        facts.add("holder", run.holder());
        facts.add("started", Times.seconds(run.startedAt()).toString());
        facts.add(
                "finished",
                run.finishedAt().map(at -> Times.seconds(at).toString()).orElse(""));
        StepStanding standing = new StepStanding(run);
        facts.add("steps", standing.counts(steps));
        console.out().println();
        printSteps(steps, standing);
        steps.stream()
                .filter(step -> !step.message().isEmpty() && !step.status().isGood())
                .limit(LINES)
                .forEach(step -> console.out().println("\n" + step.asset() + ": " + step.message()));
        if (steps.stream().anyMatch(step -> step.attempt() > 1)) {
            printAttempts(run);
        }
    }

    /** What each attempt ran into that another one followed. */
    private void printAttempts(Run run) {
        runs.events(run.id()).stream()
                .flatMap(event -> event.step().stream())
                .filter(step -> step.status() == StepStatus.PENDING && step.attempt() > 0)
                .limit(LINES)
                .forEach(step -> console.out().println("\n" + step.asset() + ", " + step.message()));
    }

    private void printSteps(List<StepState> steps, StepStanding standing) {
        List<StepRow> rows =
                all || steps.size() <= LINES ? StepRow.each(steps, standing) : StepRow.byAsset(steps, standing);
        int most = all ? rows.size() : Math.min(rows.size(), LINES);
        List<List<String>> table = new ArrayList<>(List.of(StepRow.HEADINGS));
        rows.subList(0, most).forEach(row -> table.add(row.cells()));
        PrintWriter out = console.out();
        List<String> lines = Words.table(table);
        out.println(console.style(out, Style.FAINT, lines.get(0)));
        lines.subList(1, lines.size()).forEach(out::println);
        if (rows.size() > most) {
            out.println("  … and " + Words.count(rows.size() - most, "more asset") + "; --all shows every step");
        }
    }
}
