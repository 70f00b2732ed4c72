package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.StateSources;
import java.time.Clock;
import java.util.List;
import java.util.function.IntFunction;

/** Everything outside the engine that it works with. */
record Ports(List<AssetExecutor> executors, StateSources state, Clock clock, IntFunction<Workers> workers) {
    Ports {
        executors = List.copyOf(executors);
    }

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
