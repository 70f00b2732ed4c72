package dev.ingot.cli.command.plan;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.execution.Execution;
import dev.ingot.cli.execution.PlanReport;
import dev.ingot.cli.execution.PlanRequests;
import dev.ingot.cli.execution.Planning;
import dev.ingot.cli.execution.RunOutcome;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.plan.Plan;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "materialize",
        description = "Bring assets up to date: show the plan, run it, and say how it ended.",
        footer = {
            "",
            "Examples:",
            "  ingot materialize",
            "  ingot materialize +gold/movielens/movie_stats",
            "  ingot materialize silver/movielens/ratings@1996..1998 --force",
            "  ingot materialize warehouse -o json"
        })
public final class MaterializeCommand implements IngotCommand {
    @Mixin
    private PlanRequests requests = new PlanRequests();

    @Option(names = "--all", description = "In the plan, a line for every step, however many there are.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private Console console;

    @Inject
    private Planning planning;

    @Inject
    private PlanReport planReport;

    @Inject
    private Execution execution;

    @Override
    public ExitCode run() {
        Plan plan = planning.plan(requests.request(planning.request()));
        planReport.print(plan, requests, all, console.isJson() ? console.err() : console.out());
        if (plan.isEmpty()) {
            if (console.isJson()) {
                console.json(RunOutcome.ofFresh(plan));
            }
            return ExitCode.OK;
        }
        console.out().flush();
        RunReport report = execution.run(plan, words());
        if (console.isJson()) {
            console.json(RunOutcome.of(plan, report));
        }
        return report.exit();
    }

    private String words() {
        return String.join(" ", spec.root().commandLine().getParseResult().originalArgs());
    }
}
