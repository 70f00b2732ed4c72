package dev.ingot.cli.command.plan;

import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.CommandWords;
import dev.ingot.cli.execution.ShownRun;
import dev.ingot.cli.execution.Typed;
import dev.ingot.cli.execution.WaitOption;
import dev.ingot.cli.planning.PlanRequests;
import dev.ingot.cli.planning.Planning;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunKind;
import jakarta.inject.Inject;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "backfill",
        description = {
            "Go over a range of partitions of one or more assets, and tell how far it is.",
            "",
            "Each asset takes what falls into the range in its own terms. Neighbouring partitions are computed together as far as "
                    + "that pays. What is fresh stays, unless --force is said. Another terminal can pause, resume and cancel it: "
                    + "see ingot runs --help."
        },
        footer = {
            "",
            "Examples:",
            "  ingot backfill silver/movielens/ratings@1996..2018",
            "  ingot backfill '+warehouse/movielens/fact_rating@2000..2005' --force",
            "  ingot backfill gold --only missing",
            "  ingot backfill silver/movielens/ratings --batch 5"
        })
public final class BackfillCommand implements IngotCommand {
    @Mixin
    private PlanRequests requests = new PlanRequests();

    @Mixin
    private WaitOption waiting = new WaitOption();

    @Option(names = "--all", description = "In the plan, a line for every step, however many there are.")
    private boolean all;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private Planning planning;

    @Inject
    private ShownRun shown;

    @Override
    public ExitCode run() {
        if (!requests.isSelection()) {
            throw new ParameterException(
                    spec.commandLine(), "Missing required parameter: 'SELECTION', what to go over; '*' is every asset");
        }
        return shown.run(
                planning.plan(requests.request(planning.request())),
                requests,
                all,
                new Typed(RunKind.BACKFILL, CommandWords.of(spec), waiting.waits()));
    }
}
