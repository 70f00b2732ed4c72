package dev.ingot.core.history;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** What the ledger says of one asset beside what its store says. */
final class Comparison {
    private final AssetKey asset;
    private final List<Materialization> commits;

    Comparison(AssetKey asset, List<Materialization> commits) {
        this.asset = asset;
        this.commits = commits;
    }

    /**
     * The differences; none when the ledger is what a rebuild would make of it.
     *
     * @param recorded the materializations in the ledger, in any order
     * @param current the slices that exist by the ledger
     */
    List<Difference> with(List<Materialization> recorded, LedgerSnapshot current) {
        List<Difference> differences = new ArrayList<>();
        Map<StepId, Materialization> inLedger = byStep(recorded);
        Map<StepId, Materialization> inStore = byStep(commits);
        inStore.forEach((step, done) -> {
            Materialization told = inLedger.get(step);
            if (told == null) {
                differences.add(difference("step " + step + " committed version " + done.tableVersion()
                        + ", which the ledger does not know"));
            } else if (!isSame(told, done)) {
                differences.add(difference("the ledger says otherwise of step " + step + " than the commit of version "
                        + done.tableVersion()));
            }
        });
        inLedger.keySet().stream()
                .filter(step -> !inStore.containsKey(step))
                .map(step -> difference("the ledger knows step " + step + ", which the table does not"))
                .forEach(differences::add);
        return differences.isEmpty() ? slices(current) : differences;
    }

    private static Map<StepId, Materialization> byStep(List<Materialization> all) {
        Map<StepId, Materialization> byStep = new TreeMap<>();
        all.forEach(done -> byStep.putIfAbsent(done.step(), done));
        return byStep;
    }

    /** A database keeps less of a time than a clock may tell. */
    private static boolean isSame(Materialization told, Materialization done) {
        return Math.abs(told.at().toEpochMilli() - done.at().toEpochMilli()) <= 1
                && told.asset().equals(done.asset())
                && told.tableVersion() == done.tableVersion()
                && told.codeVersion().equals(done.codeVersion())
                && told.took().equals(done.took())
                && told.slices().equals(done.slices())
                && told.removed().equals(done.removed());
    }

    private List<Difference> slices(LedgerSnapshot current) {
        Map<PartitionKey, LedgerEntry> told = current.entries(asset);
        Map<PartitionKey, LedgerEntry> made = madeBy(commits).entries(asset);
        TreeSet<PartitionKey> keys = new TreeSet<>(told.keySet());
        keys.addAll(made.keySet());
        keys.removeIf(key -> isSame(told.get(key), made.get(key)));
        return keys.isEmpty()
                ? List.of()
                : List.of(difference("the ledger has other current slices than the table: "
                        + (keys.first().isWhole() ? "the whole" : PartitionSet.of(keys))));
    }

    private static boolean isSame(
            @org.jspecify.annotations.Nullable LedgerEntry told, @org.jspecify.annotations.Nullable LedgerEntry made) {
        return told != null
                && made != null
                && told.commit().step().equals(made.commit().step())
                && told.slice().equals(made.slice());
    }

    /** The slices that exist after these commits. */
    static LedgerSnapshot madeBy(List<Materialization> commits) {
        LedgerSnapshot snapshot = LedgerSnapshot.empty();
        for (Materialization done : commits) {
            snapshot = snapshot.with(done);
        }
        return snapshot;
    }

    private Difference difference(String what) {
        return Difference.ofLedger(asset, what);
    }
}
