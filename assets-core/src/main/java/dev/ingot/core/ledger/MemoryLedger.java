package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The reference implementation: everything in memory, gone with the process. */
public final class MemoryLedger implements Ledger {
    private final Map<StepId, Intent> intents = new TreeMap<>();
    private final Map<StepId, Materialization> done = new LinkedHashMap<>();
    private LedgerSnapshot snapshot = LedgerSnapshot.empty();

    @Override
    public synchronized LedgerSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public synchronized void intend(Intent intent) {
        intents.put(intent.step(), intent);
    }

    @Override
    public synchronized void record(Materialization materialization) {
        intents.remove(materialization.step());
        if (done.putIfAbsent(materialization.step(), materialization) == null) {
            snapshot = snapshot.with(materialization);
        }
    }

    @Override
    public synchronized void abandon(Intent intent) {
        intents.remove(intent.step());
    }

    @Override
    public synchronized List<Intent> intents() {
        return List.copyOf(intents.values());
    }

    @Override
    public synchronized List<Materialization> history(AssetKey asset, int limit) {
        List<Materialization> all = new ArrayList<>(
                done.values().stream().filter(one -> one.asset().equals(asset)).toList());
        Collections.reverse(all);
        return all.stream().limit(limit).toList();
    }
}
