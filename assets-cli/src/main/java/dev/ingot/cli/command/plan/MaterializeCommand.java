package dev.ingot.cli.command.plan;

import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.CommandWords;
import dev.ingot.cli.execution.ShownRun;
import dev.ingot.cli.execution.Typed;
import dev.ingot.cli.execution.WaitOption;
import dev.ingot.cli.planning.MadePlan;
import dev.ingot.cli.planning.PlanRequests;
import dev.ingot.cli.planning.Planning;
import dev.ingot.cli.planning.SavedPlans;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunKind;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
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
            "  ingot materialize --only failed",
            "  ingot materialize --plan plan.json",
            "  ingot materialize warehouse -o json"
        })
public final class MaterializeCommand implements IngotCommand {
    @Mixin
    private PlanRequests requests = new PlanRequests();

    @Mixin
    private WaitOption waiting = new WaitOption();

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "Run exactly what plan --out has saved, or stop and say what has changed since.")
    private @Nullable Path file;

    @Option(names = "--all", description = "In the plan, a line for every step, however many there are.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private Planning planning;

    @Inject
    private SavedPlans saved;

    @Inject
    private ShownRun shown;

    @Override
    public ExitCode run() {
        return shown.run(plan(), requests, all, new Typed(RunKind.MATERIALIZE, CommandWords.of(spec), waiting.waits()));
    }

    private MadePlan plan() {
        if (file == null) {
            return planning.plan(requests.request(planning.request()));
        }
        if (requests.isGiven()) {
            throw new ParameterException(
                    spec.commandLine(), "--plan FILE says all that is to run; leave the other arguments out");
        }
        return saved.read(file);
    }
}
