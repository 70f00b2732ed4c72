package dev.ingot.cli.command.plan;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.execution.PlanDocument;
import dev.ingot.cli.execution.PlanReport;
import dev.ingot.cli.execution.PlanRequests;
import dev.ingot.cli.execution.Planning;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.plan.Plan;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "plan",
        description = {
            "Say what would run, in which order, and why. Nothing runs.",
            "",
            "Rows, size and time are those of the last time, as far as there was one; ? where nothing is known."
        },
        footer = {
            "",
            "Examples:",
            "  ingot plan",
            "  ingot plan +gold",
            "  ingot plan silver/movielens/ratings@1996..1998 --force --downstream",
            "  ingot plan --exit-code        exit with 5 if there is work"
        })
public final class PlanCommand implements IngotCommand {
    @Mixin
    private PlanRequests requests = new PlanRequests();

    @Option(names = "--exit-code", description = "Exit with 5 if something would run.")
    private boolean exitCode;

    @Option(names = "--all", description = "A line for every step, however many there are.")
    private boolean all;

    @Inject
    private Console console;

    @Inject
    private Planning planning;

    @Inject
    private PlanReport report;

    @Override
    public ExitCode run() {
        Plan plan = planning.plan(requests.request(planning.request()));
        if (console.isJson()) {
            console.json(PlanDocument.json(plan));
        } else {
            report.print(plan, requests, all, console.out());
        }
        return exitCode && !plan.isEmpty() ? ExitCode.WORK_TO_DO : ExitCode.OK;
    }
}
