package dev.ingot.cli.command.plan;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.planning.MadePlan;
import dev.ingot.cli.planning.PlanReport;
import dev.ingot.cli.planning.PlanRequests;
import dev.ingot.cli.planning.Planning;
import dev.ingot.cli.planning.SavedPlans;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
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
            "  ingot plan --out plan.json && ingot materialize --plan plan.json",
            "  ingot plan --exit-code        exit with 5 if there is work"
        })
public final class PlanCommand implements IngotCommand {
    @Mixin
    private PlanRequests requests = new PlanRequests();

    @Option(names = "--exit-code", description = "Exit with 5 if something would run.")
    private boolean exitCode;

    @Option(names = "--out", paramLabel = "FILE", description = "Save the plan, for materialize --plan.")
    private @Nullable Path file;

    @Option(names = "--all", description = "A line for every step, however many there are.")
    private boolean all;

    @Inject
    private Console console;

    @Inject
    private Planning planning;

    @Inject
    private SavedPlans saved;

    @Inject
    private PlanReport report;

    @Override
    public ExitCode run() {
        MadePlan made = planning.plan(requests.request(planning.request()));
        if (console.isJson()) {
            console.out().println(saved.text(made));
        } else {
            report.print(made.plan(), requests, all, console.out());
        }
        if (file != null) {
            saved.write(made, file);
            console.err().println("Saved. Run exactly this with: ingot materialize --plan " + file);
        }
        return exitCode && !made.isEmpty() ? ExitCode.WORK_TO_DO : ExitCode.OK;
    }
}
