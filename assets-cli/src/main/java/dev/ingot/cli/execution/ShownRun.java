package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.planning.MadePlan;
import dev.ingot.cli.planning.PlanReport;
import dev.ingot.cli.planning.PlanRequests;
import dev.ingot.cli.planning.SavedPlans;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.run.Run;
import jakarta.inject.Inject;

/** What the commands that run a plan have in common: they show it, run it, and tell how it ended. */
public final class ShownRun {
    private final Console console;
    private final PlanReport report;
    private final Execution execution;
    private final SavedPlans plans;

    @Inject
    ShownRun(Console console, PlanReport report, Execution execution, SavedPlans plans) {
        this.console = console;
        this.report = report;
        this.execution = execution;
        this.plans = plans;
    }

    /**
     * Runs a plan, if there is something in it.
     *
     * @param made what to run
     * @param asked what it was made for
     * @param all whether every step of it is shown
     * @param typed the command
     */
    public ExitCode run(MadePlan made, PlanRequests asked, boolean all, Typed typed) {
        Plan plan = made.plan();
        report.print(plan, asked, all, console.isJson() ? console.err() : console.out());
        console.out().flush();
        if (plan.isEmpty()) {
            if (console.isJson()) {
                console.json(RunOutcome.ofFresh(plan));
            }
            return ExitCode.OK;
        }
        return ended(plan, execution.run(made, typed));
    }

    /** Goes on with a paused or dead run. */
    public ExitCode resume(Run run, boolean waits) {
        Plan plan = plans.of(run);
        return ended(plan, execution.resume(run, plan, waits));
    }

    /** Runs what is left of a run that did not succeed, as a new run. */
    public ExitCode retry(Run run, Typed typed) {
        MadePlan left = plans.leftOf(run);
        report.print(left.plan(), console.isJson() ? console.err() : console.out());
        console.out().flush();
        return ended(left.plan(), execution.retry(run, left, typed));
    }

    private ExitCode ended(Plan plan, RunReport ended) {
        if (console.isJson()) {
            console.json(RunOutcome.of(plan, ended));
        }
        return ended.exit();
    }
}
