package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.Interruption;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.Plan;
import jakarta.inject.Inject;
import java.time.Clock;

/** Runs a plan, lets the console follow it, and sums it up. An interrupt stops it in order. */
public final class Execution {
    private final Engine engine;
    private final AssetGraph graph;
    private final Settings settings;
    private final Console console;
    private final Interruption interruption;
    private final Clock clock;

    @Inject
    Execution(
            Engine engine,
            AssetGraph graph,
            Settings settings,
            Console console,
            Interruption interruption,
            Clock clock) {
        this.engine = engine;
        this.graph = graph;
        this.settings = settings;
        this.console = console;
        this.interruption = interruption;
        this.clock = clock;
    }

    /**
     * Runs a plan to its end, whatever comes; what steps ran into is told and in the report.
     *
     * @param plan what to run
     * @param command what was asked for, in the words of the command line
     */
    public RunReport run(Plan plan, String command) {
        interruption.stopsInOrder();
        int parallelism = settings.get(ProjectSettings.RUN_PARALLELISM);
        RunOrigin origin = RunOrigin.of(RunKind.MATERIALIZE, command, Holder.ofThisProcess());
        Engine.Request request = new Engine.Request(graph, plan, "", origin, parallelism);
        RunReport report = followed(request);
        new RunSummary(report).print(console);
        return report;
    }

    private RunReport followed(Engine.Request request) {
        try (ProgressListener progress =
                new ProgressListener(console, clock, new Pace(request.plan(), request.parallelism()))) {
            return engine.run(request, progress, interruption.cancellation());
        }
    }
}
