package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** The reference implementation: everything in memory, gone with the process. */
public final class MemoryLedger implements Ledger, LedgerRebuild {
    private final Map<StepId, Intent> intents = new TreeMap<>();
    private final Map<StepId, Materialization> done = new LinkedHashMap<>();
    private LedgerSnapshot snapshot = LedgerSnapshot.empty();

    @Override
    public synchronized LedgerSnapshot snapshot() {
        return snapshot;
    }

    @Override
    public synchronized String position() {
        return Integer.toString(done.size());
    }

    @Override
    public synchronized News since(String position) {
        return new News(done.values().stream().skip(Integer.parseInt(position)).toList(), position());
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

    @Override
    public synchronized void replace(Supplier<Map<AssetKey, List<Materialization>>> told) {
        Map<AssetKey, List<Materialization>> replaced = told.get();
        intents.values().removeIf(intent -> replaced.containsKey(intent.asset()));
        done.values().removeIf(one -> replaced.containsKey(one.asset()));
        replaced.values().forEach(all -> all.forEach(one -> done.putIfAbsent(one.step(), one)));
        snapshot = LedgerSnapshot.empty();
        done.values().forEach(one -> snapshot = snapshot.with(one));
    }
}
