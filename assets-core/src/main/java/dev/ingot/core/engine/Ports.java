package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.CodeVersions;
import dev.ingot.core.staleness.SourceVersions;
import java.time.Clock;
import java.util.List;

/** Everything outside the engine that it works with. */
record Ports(
        List<AssetExecutor> executors,
        RunStore runs,
        Ledger ledger,
        SourceVersions sources,
        CodeVersions code,
        Clock clock) {
    Ports {
        executors = List.copyOf(executors);
    }

    AssetExecutor executor(Asset asset) {
        return executors.stream()
                .filter(executor -> executor.executes(asset))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("nothing executes " + asset.key() + " of kind " + asset.kind()));
    }
}
