package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.CodeVersions;
import dev.ingot.core.staleness.SourceVersions;
import java.time.Clock;
import java.util.List;

/**
 * Runs plans.
 *
 * <p>Steps run in threads as soon as what they wait for is done, in the plan's order where that leaves a choice. A failed
 * step takes along only what depends on it. When a step's turn comes its slices are looked at again: if its inputs turned
 * out to be what they were, it is left as it is. Thread-safe; one run at a time is the run store's promise.
 */
public final class Engine {
    private final Ports ports;

    public Engine(
            List<AssetExecutor> executors,
            RunStore runs,
            Ledger ledger,
            SourceVersions sources,
            CodeVersions code,
            Clock clock) {
        ports = new Ports(executors, runs, ledger, sources, code, clock);
    }

    /** What a run is told beside its plan. */
    public record Request(AssetGraph graph, Plan plan, String command, String holder, int parallelism) {}

    /**
     * Runs a plan to its end, whatever comes.
     *
     * @param request the plan, and how to run it
     * @param listener told of every change
     * @param cancellation may be triggered by another thread at any time
     * @throws dev.ingot.core.error.IngotException with code {@code lease-held} while another run writes, or when the run
     *     store cannot be reached: then no step is running any more, and the run shows as died. What steps run into is in
     *     the report instead
     */
    public RunReport run(Request request, RunListener listener, Cancellation cancellation) {
        return new RunLoop(request, ports, new SerialListener(listener), cancellation).run();
    }

    /**
     * Brings the ledger up to what steps of dead runs had committed before they could say so. Live runs are left alone. Every
     * run begins with it, too.
     *
     * @return how many materializations were found
     */
    public int recover(AssetGraph graph) {
        return new Recovery(graph, ports).run();
    }

    /** The executor of an asset. */
    public AssetExecutor executor(Asset asset) {
        return ports.executor(asset);
    }
}
