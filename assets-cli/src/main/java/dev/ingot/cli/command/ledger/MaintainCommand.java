package dev.ingot.cli.command.ledger;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.command.argument.CommandWords;
import dev.ingot.cli.execution.Holder;
import dev.ingot.cli.planning.Selections;
import dev.ingot.cli.text.Words;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.upkeep.Chore;
import dev.ingot.core.upkeep.Maintenance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "maintain",
        description = {
            "Tidy up: join small files, write checkpoints, keep the provenance and trim the logs, remove what nothing needs any more:"
                    + " files, staged results, staging tables, folders of steps that never committed.",
            "",
            "No asset's content changes. What was needed within the time of the setting maintain.retention stays."
        },
        footer = {"", "Examples:", "  ingot maintain --plan", "  ingot maintain", "  ingot maintain silver/movielens/*"
        })
public final class MaintainCommand implements IngotCommand {
    @Parameters(arity = "0..1", paramLabel = "EXPR", description = "Which assets. Default: all.")
    private @Nullable String selection;

    @Option(names = "--plan", description = "Only say what would be done.")
    private boolean planOnly;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Inject
    private Console console;

    @Inject
    private AssetGraph graph;

    @Inject
    private Settings settings;

    @Inject
    private Engine engine;

    @Inject
    private Selections selections;

    @Inject
    private Maintenance maintenance;

    @Inject
    private Cancellation cancellation;

    /**
     * What {@code maintain -o json} prints.
     *
     * @param run the run's id; absent when nothing ran
     * @param status how it ended; {@code planned} or {@code tidy} when nothing ran
     * @param steps what was done, or would be
     */
    record Outcome(Optional<String> run, String status, List<Step> steps) {}

    record Step(String asset, String what, String status, String message) {}

    @Override
    public ExitCode run() {
        engine.recover(graph);
        Collection<AssetKey> chosen =
                selection == null ? graph.keys() : selections.of(selection).keySet();
        List<Chore> chores = maintenance.plan(chosen, settings.get(ProjectSettings.MAINTAIN_RETENTION));
        if (chores.isEmpty() || planOnly) {
            return planned(chores);
        }
        RunOrigin origin = RunOrigin.of(RunKind.MAINTAIN, CommandWords.of(spec), Holder.ofThisProcess());
        Maintenance.Done done = maintenance.run(chores, origin, this::tell, cancellation);
        if (console.isJson()) {
            List<Step> steps = done.steps().stream()
                    .map(step -> new Step(
                            step.asset().toString(),
                            step.reason(),
                            step.status().text(),
                            step.message()))
                    .toList();
            console.json(new Outcome(
                    Optional.of(done.run().id().text()), done.run().status().text(), steps));
        } else {
            console.say("Run " + done.run().status().text() + ": " + done.run().message() + ".");
        }
        return done.run().status().exit();
    }

    private ExitCode planned(List<Chore> chores) {
        if (console.isJson()) {
            List<Step> steps = chores.stream()
                    .map(chore -> new Step(chore.asset().toString(), chore.what(), StepStatus.PENDING.text(), ""))
                    .toList();
            console.json(new Outcome(Optional.empty(), chores.isEmpty() ? "tidy" : "planned", steps));
        } else if (chores.isEmpty()) {
            console.say("Everything is tidy: nothing to do.");
        } else {
            List<List<String>> table = new ArrayList<>(List.of(List.of("asset", "what")));
            chores.forEach(chore -> table.add(List.of(chore.asset().toString(), chore.what())));
            console.say(Words.count(chores.size(), "step") + " to do:");
            Words.table(table).forEach(console::say);
        }
        return ExitCode.OK;
    }

    private void tell(StepState step) {
        if (step.status().isFinal()) {
            console.err()
                    .println(step.asset() + ": " + step.reason()
                            + (step.status().isGood()
                                    ? ""
                                    : ": " + step.status().text() + " " + step.message()));
            console.err().flush();
        }
    }
}
