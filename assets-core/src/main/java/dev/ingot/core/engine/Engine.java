package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.staleness.StateSources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Runs plans.
 *
 * <p>Steps run in threads as soon as what they wait for is done, in the plan's order where that leaves a choice. A failed
 * step takes along only what depends on it. When a step's turn comes its slices are looked at again: if its inputs turned
 * out to be what they were, it is left as it is. A step that another run keeps from its slices waits; several runs may work at
 * once. Thread-safe.
 */
public final class Engine {
    private final Ports ports;

    public Engine(List<AssetExecutor> executors, StateSources state, Clock clock) {
        this(new Ports(executors, state, clock, ThreadWorkers::new));
    }

    private Engine(Ports ports) {
        this.ports = ports;
    }

    /** The same engine, whose steps run elsewhere; the factory is told how many run at once. */
    public Engine on(IntFunction<Workers> workers) {
        return new Engine(new Ports(ports.executors(), ports.state(), ports.clock(), workers));
    }

    /** The same engine, in which this executor comes before all others. */
    public Engine with(AssetExecutor executor) {
        List<AssetExecutor> all = new ArrayList<>(List.of(executor));
        all.addAll(ports.executors());
        return new Engine(new Ports(all, ports.state(), ports.clock(), ports.workers()));
    }

    /**
     * What a run is told.
     *
     * @param graph the graph that was planned on
     * @param plan what to do
     * @param text the plan's persisted form, for whoever takes the run up again; possibly empty
     * @param origin where the run comes from
     * @param parallelism how many steps run at once
     * @param waits whether a step waits for slices that another run writes to; otherwise it fails with {@code lease-held}
     */
    public record Request(AssetGraph graph, Plan plan, String text, RunOrigin origin, int parallelism, boolean waits) {
        /** One whose steps wait. */
        public Request(AssetGraph graph, Plan plan, String text, RunOrigin origin, int parallelism) {
            this(graph, plan, text, origin, parallelism, true);
        }

        /** The same, whose steps wait or do not. */
        public Request waiting(boolean now) {
            return new Request(graph, plan, text, origin, parallelism, now);
        }
    }

    /**
     * Runs a plan to its end, whatever comes.
     *
     * @param request the plan, and how to run it
     * @param listener told of every change
     * @param cancellation may be triggered by another thread at any time
     * @throws dev.ingot.core.error.IngotException when the run store cannot be reached: then no step is running any more, and the
     *     run shows as died. What steps run into is in the report instead
     */
    public RunReport run(Request request, RunListener listener, Cancellation cancellation) {
        return new RunLoop(request, ports, new SerialListener(listener), cancellation).run();
    }

    /**
     * Goes on with a paused or dead run, under its own id, with the steps that have not come to an end. What had failed, and
     * what that took along, stays as it is: that is for a retry.
     *
     * @param id the run
     * @param request the plan of that run, and who goes on with it
     * @throws dev.ingot.core.error.IngotException as {@link #run}; with code {@code invalid-argument} if the run is neither
     *     paused nor dead
     */
    public RunReport resume(RunId id, Request request, RunListener listener, Cancellation cancellation) {
        return new RunLoop(request, ports, new SerialListener(listener), cancellation).resume(id);
    }

    /**
     * Brings the ledger up to what steps of dead runs had committed before they could say so. Live runs are left alone. Every
     * run begins with it, too.
     *
     * @return how many materializations were found
     */
    public int recover(AssetGraph graph) {
        return new Recovery(graph, ports).ofOthers();
    }

    /** The executor of an asset. */
    public AssetExecutor executor(Asset asset) {
        return ports.executor(asset);
    }
}
