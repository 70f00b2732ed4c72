package dev.ingot.cli.command.ledger;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.AssetAt;
import dev.ingot.cli.command.argument.CommandWords;
import dev.ingot.cli.execution.Execution;
import dev.ingot.cli.execution.RunOutcome;
import dev.ingot.cli.execution.Typed;
import dev.ingot.cli.execution.WaitOption;
import dev.ingot.cli.planning.PlanReport;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.history.Histories;
import dev.ingot.core.history.Rollback;
import dev.ingot.core.history.RollbackRequest;
import dev.ingot.core.plan.Plan;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "rollback",
        description = {
            "Make an asset, or one partition of it, what it was: as a new materialization, with the files of then.",
            "",
            "Other partitions stay as they are. What is made from it becomes stale if its content changes. Refused when files are"
                    + " gone, naming them."
        },
        footer = {
            "",
            "Examples:",
            "  ingot rollback silver/movielens/ratings --to-version 12 --plan",
            "  ingot rollback silver/movielens/ratings@1997 --to-run 01JD8Z"
        })
public final class RollbackCommand implements IngotCommand {
    @Parameters(paramLabel = "KEY[@P]", description = "The asset, and one of its partitions.")
    private String what = "";

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Target target = new Target();

    @Mixin
    private WaitOption wait = new WaitOption();

    @Option(names = "--plan", description = "Only say what would be done, and whether everything for it is there.")
    private boolean planOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Engine engine;

    @Inject
    private Histories histories;

    @Inject
    private PlanReport report;

    @Inject
    private Execution execution;

    /** Where to. */
    static final class Target {
        @Option(
                names = "--to-run",
                paramLabel = "ID",
                description = "As this run left it: the run's id, or the beginning of it.")
        private @Nullable String run;

        @Option(names = "--to-version", paramLabel = "N", description = "As this version of its table has it.")
        private long version;
    }

    record Planned(String status, List<PlannedStep> steps) {}

    record PlannedStep(String asset, String partitions, String why) {}

    @Override
    public ExitCode run() {
        engine.recover(graph);
        AssetAt chosen = AssetAt.parse(what, graph);
        Rollback rollback = rollback(histories.request(graph.asset(chosen.asset()), chosen.partition()));
        rollback.check();
        Plan plan = rollback.plan();
        if (plan.isEmpty()) {
            console.say(chosen + " is what it was: nothing to do.");
        } else {
            report.print(plan, console.isJson() ? console.err() : console.out());
        }
        return planOnly || plan.isEmpty() ? planned(plan) : ran(rollback, plan);
    }

    private ExitCode planned(Plan plan) {
        if (console.isJson()) {
            List<PlannedStep> steps = plan.steps().stream()
                    .map(step -> new PlannedStep(
                            step.asset().toString(), step.scope().text(), step.why()))
                    .toList();
            console.json(new Planned(plan.isEmpty() ? "fresh" : "planned", steps));
        }
        return ExitCode.OK;
    }

    private ExitCode ran(Rollback rollback, Plan plan) {
        RunReport ended = execution.rollback(
                rollback.on(engine), plan, new Typed(RunKind.ROLLBACK, CommandWords.of(spec), wait.waits()));
        if (console.isJson()) {
            console.json(RunOutcome.of(plan, ended));
        }
        return ended.exit();
    }

    private Rollback rollback(RollbackRequest request) {
        return target.run == null ? request.toVersion(target.version) : request.toRun(target.run);
    }
}
