package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The ledger without the past: a million slices that are made a few times over would not fit into a small heap otherwise. */
final class SimulatedLedger implements Ledger {
    private final Tables tables;
    private final SimulatedProcess process;
    private final Map<StepId, Intent> intents = new TreeMap<>();
    private final Set<StepId> recorded = new HashSet<>();
    private LedgerSnapshot snapshot = LedgerSnapshot.empty();

    SimulatedLedger(Tables tables, SimulatedProcess process) {
        this.tables = tables;
        this.process = process;
    }

    @Override
    public LedgerSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public String position() {
        return "";
    }

    /** Always empty: one process records at a time, and knows what it did. */
    @Override
    public News since(String position) {
        return new News(List.of(), position);
    }

    /** A step's work is done at the moment of its end; what it intends it has said when it began, alive. */
    @Override
    public void intend(Intent intent) {
        intents.put(intent.step(), intent);
    }

    @Override
    public void record(Materialization done) {
        process.checkAlive();
        intents.remove(done.step());
        if (recorded.add(done.step())) {
            snapshot = snapshot.with(done);
            tables.told(done.step());
        }
    }

    @Override
    public void abandon(Intent intent) {
        process.checkAlive();
        intents.remove(intent.step());
    }

    @Override
    public List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    /** Always empty: only what there is now is kept. */
    @Override
    public List<Materialization> history(AssetKey asset, int limit) {
        return List.of();
    }
}
