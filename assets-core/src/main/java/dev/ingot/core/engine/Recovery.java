package dev.ingot.core.engine;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.Materialization;
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

    /** While others may be writing: their intents are left alone. */
    int besideOthers() {
        return run(this::isAlive);
    }

    /** While the right to write is ours and nothing runs yet: whatever was intended, nobody is at it any more. */
    int alone() {
        return run(intent -> false);
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
