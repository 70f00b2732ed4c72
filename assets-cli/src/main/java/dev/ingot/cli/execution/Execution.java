package dev.ingot.cli.execution;

import dev.ingot.cli.planning.MadePlan;
import dev.ingot.cli.planning.SavedPlans;
import dev.ingot.cli.progress.Pace;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.run.Run;
import jakarta.inject.Inject;

/** Runs plans, with somebody watching. An interrupt stops them in order. */
public final class Execution {
    private final Engine engine;
    private final AssetGraph graph;
    private final Settings settings;
    private final SavedPlans plans;
    private final Audience audience;

    @Inject
    Execution(Engine engine, AssetGraph graph, Settings settings, SavedPlans plans, Audience audience) {
        this.engine = engine;
        this.graph = graph;
        this.settings = settings;
        this.plans = plans;
        this.audience = audience;
    }

    /**
     * Runs a plan to its end, whatever comes; what steps ran into is told and in the report.
     *
     * @param plan what to run
     * @param typed what was asked for
     */
    public RunReport run(MadePlan plan, Typed typed) {
        return begun(plan, RunOrigin.of(typed.kind(), typed.words(), Holder.ofThisProcess()), typed.waits());
    }

    /** Runs what is left of a run as a new one; otherwise as {@link #run}. */
    public RunReport retry(Run run, MadePlan left, Typed typed) {
        RunOrigin origin = RunOrigin.of(typed.kind(), typed.words(), Holder.ofThisProcess());
        return begun(left, origin.retrying(run.id()), typed.waits());
    }

    /** Goes on with a paused or dead run; otherwise as {@link #run}. */
    public RunReport resume(Run run, Plan plan, boolean waits) {
        Engine.Request request =
                request(plan, "", run.origin().by(Holder.ofThisProcess())).waiting(waits);
        return audience.follow(
                pace(request), (follower, cancelled) -> engine.resume(run.id(), request, follower, cancelled));
    }

    /**
     * Runs the plan of a rollback, which nobody takes up again; otherwise as {@link #run}.
     *
     * @param restoring makes slices what they were
     */
    public RunReport rollback(Engine restoring, Plan plan, Typed typed) {
        RunOrigin origin = RunOrigin.of(typed.kind(), typed.words(), Holder.ofThisProcess());
        Engine.Request request = request(plan, "", origin).waiting(typed.waits());
        return audience.follow(pace(request), (follower, cancelled) -> restoring.run(request, follower, cancelled));
    }

    private RunReport begun(MadePlan made, RunOrigin origin, boolean waits) {
        Engine.Request request = request(made.plan(), plans.text(made), origin).waiting(waits);
        return audience.follow(pace(request), (follower, cancelled) -> engine.run(request, follower, cancelled));
    }

    private Engine.Request request(Plan plan, String text, RunOrigin origin) {
        return new Engine.Request(graph, plan, text, origin, settings.get(ProjectSettings.RUN_PARALLELISM));
    }

    private static Pace pace(Engine.Request request) {
        return new Pace(request.plan(), request.parallelism());
    }
}
