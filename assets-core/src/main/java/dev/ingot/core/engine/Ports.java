package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.schedule.Pools;
import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.StateSources;
import java.time.Clock;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;

/** Everything outside the engine that it works with. */
record Ports(List<AssetExecutor> executors, StateSources state, Clock clock, Supplier<Workers> workers, Limits limits) {
    Ports {
        executors = List.copyOf(executors);
    }

    /**
     * What steps share, and what keeps them apart.
     *
     * @param pools how many run at once
     * @param chance from 0 to below 1, so that what failed together is not tried again together
     */
    record Limits(Pools pools, DoubleSupplier chance) {}

    RunStore runs() {
        return state.runs();
    }

    LeaseStore leases() {
        return runs().leases();
    }

    Ledger ledger() {
        return state.ledger();
    }

    AssetExecutor executor(Asset asset) {
        return executors.stream()
                .filter(executor -> executor.executes(asset))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("nothing executes " + asset.key() + " of kind " + asset.kind()));
    }
}
