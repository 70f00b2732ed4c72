package dev.ingot.core.engine;

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
    private final List<AssetExecutor> executors;
    private final RunStore runs;
    private final Ledger ledger;
    private final SourceVersions sources;
    private final CodeVersions code;
    private final Clock clock;

    public Engine(
            List<AssetExecutor> executors,
            RunStore runs,
            Ledger ledger,
            SourceVersions sources,
            CodeVersions code,
            Clock clock) {
        this.executors = List.copyOf(executors);
        this.runs = runs;
        this.ledger = ledger;
        this.sources = sources;
        this.code = code;
        this.clock = clock;
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
     *     store cannot be reached; what steps run into is in the report instead
     */
    public RunReport run(Request request, RunListener listener, Cancellation cancellation) {
        StepRunner runner = new StepRunner(request.graph(), executors, ledger, sources, code, clock);
        return new RunLoop(request, runs, runner, new SerialListener(listener), cancellation, clock).run();
    }

    /**
     * Brings the ledger up to what steps of dead runs had committed before they could say so. Live runs are left alone.
     *
     * @return how many materializations were found
     */
    public int recover(AssetGraph graph) {
        return new Recovery(graph, executors, runs, ledger).run();
    }

    /** The executor of an asset. */
    public AssetExecutor executor(dev.ingot.core.asset.Asset asset) {
        return executorOf(executors, asset);
    }

    static AssetExecutor executorOf(List<AssetExecutor> executors, dev.ingot.core.asset.Asset asset) {
        return executors.stream()
                .filter(executor -> executor.executes(asset))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("nothing executes " + asset.key() + " of kind " + asset.kind()));
    }
}
