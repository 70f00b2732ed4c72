package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Intent;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import java.util.ArrayList;
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
    private final List<Materialization> foreign = new ArrayList<>();
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
        return Integer.toString(foreign.size());
    }

    /** What a process that stood still has recorded: any other knows what it did itself. */
    @Override
    public News since(String position) {
        return new News(List.copyOf(foreign.subList(Integer.parseInt(position), foreign.size())), position());
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
            if (process.isAwakened()) {
                foreign.add(done);
            }
            tables.told(done);
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
