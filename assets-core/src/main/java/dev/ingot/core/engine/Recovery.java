package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out what dead runs had committed, from the tables themselves. */
final class Recovery {
    private final AssetGraph graph;
    private final Ports ports;
    private final Ledger ledger;

    Recovery(AssetGraph graph, Ports ports) {
        this.graph = graph;
        this.ports = ports;
        this.ledger = ports.ledger();
    }

    /** Settles what was intended by runs that are over; others may be writing: their intents are left alone. */
    int ofOthers() {
        return run(this::isAlive);
    }

    /** The same before a run does anything: what was intended under its own id was intended by a process that is gone. */
    void before(RunId own) {
        run(intent -> !intent.step().run().equals(own) && isAlive(intent));
    }

    /** Settles steps of former holders that cannot commit any more; the newest commit is recorded last. */
    void ofFormer(Asset asset, List<Lease> leases) {
        AssetExecutor executor = ports.executor(asset);
        leases.forEach(lease -> executor.committed(asset, lease.step()).ifPresent(ledger::record));
    }

    private int run(Predicate<Intent> isAlive) {
        int found = 0;
        for (Intent intent : ledger.intents()) {
            Optional<Asset> asset = graph.find(intent.asset());
            if (isAlive.test(intent) || asset.isEmpty()) {
                continue;
            }
            Optional<Materialization> committed = ports.executor(asset.get()).committed(asset.get(), intent.step());
            committed.ifPresentOrElse(ledger::record, () -> ledger.abandon(intent));
            found += committed.isPresent() ? 1 : 0;
        }
        return found;
    }

    private boolean isAlive(Intent intent) {
        return ports.runs()
                .find(intent.step().run())
                .map(run -> run.status() == RunStatus.RUNNING)
                .orElse(false);
    }
}
