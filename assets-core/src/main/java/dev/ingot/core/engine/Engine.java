package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.Ports.Limits;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.schedule.Pools;
import dev.ingot.core.engine.work.ThreadWorkers;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.staleness.StateSources;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Runs plans.
 *
 * <p>Steps run in threads as soon as what they wait for is done, what has the longest way to the end behind it first. One that
 * failed is tried again as its definition says; if that does not help it takes along only what depends on it. When a step's turn comes its slices are looked at again: if its inputs turned
 * out to be what they were, it is left as it is. A step that another run keeps from its slices waits; several runs may work at
 * once. Thread-safe.
 */
public final class Engine {
    private final Ports ports;

    /** An engine without limits on pools, that draws chance from the moment at which it is made. */
    public Engine(List<AssetExecutor> executors, StateSources state, Clock clock) {
        this(new Ports(
                executors,
                state,
                clock,
                ThreadWorkers::new,
                new Limits(Pools.none(), new Random(clock.millis())::nextDouble)));
    }

    private Engine(Ports ports) {
        this.ports = ports;
    }

    /** The same engine, whose steps run elsewhere. */
    public Engine on(Supplier<Workers> workers) {
        return with(workers, ports.limits());
    }

    /** The same engine, with such limits on what runs at once. */
    public Engine within(Pools pools) {
        return with(ports.workers(), new Limits(pools, ports.limits().chance()));
    }

    /** The same engine with another chance: numbers from 0 to below 1. */
    public Engine by(DoubleSupplier chance) {
        return with(ports.workers(), new Limits(ports.limits().pools(), chance));
    }

    private Engine with(Supplier<Workers> workers, Limits limits) {
        return new Engine(new Ports(ports.executors(), ports.state(), ports.clock(), workers, limits));
    }

    /** The same engine, in which this executor comes before all others. */
    public Engine with(AssetExecutor executor) {
        List<AssetExecutor> all = new ArrayList<>(List.of(executor));
        all.addAll(ports.executors());
        return new Engine(new Ports(all, ports.state(), ports.clock(), ports.workers(), ports.limits()));
    }

    /**
     * What a run is told.
     *
     * @param graph the graph that was planned on
     * @param plan what to do
     * @param text the plan's persisted form, for whoever takes the run up again; possibly empty
     * @param origin where the run comes from
     * @param parallelism how many steps work at once; while what one has done is being recorded, the next may begin
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
        return inLoop(request, listener, cancellation, RunLoop::run);
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
        return inLoop(request, listener, cancellation, loop -> loop.resume(id));
    }

    private RunReport inLoop(
            Request request, RunListener listener, Cancellation cancellation, Function<RunLoop, RunReport> work) {
        try (Workers workers = ports.workers().get()) {
            RunListener told = new SerialListener(listener, workers);
            return work.apply(new RunLoop(request, ports, workers, told, cancellation));
        }
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
