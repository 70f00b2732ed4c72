package dev.ingot.core.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerRebuild;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.run.RunErrors;
import dev.ingot.core.run.RunStore;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ledger beside what the stores of a project's assets remember. Thread-safe; nothing of it runs beside a live run. */
public final class Histories {
    private final AssetGraph graph;
    private final Set<AssetHistory> histories;
    private final Ledger ledger;
    private final LedgerRebuild rebuild;
    private final RunStore runs;

    /**
     * The histories of a project.
     *
     * @param graph its assets
     * @param histories what each kind of store remembers
     * @param ledger what is compared
     * @param rebuild the same ledger, to be restored
     * @param runs tells whether a run is live
     */
    public Histories(
            AssetGraph graph, Set<AssetHistory> histories, Ledger ledger, LedgerRebuild rebuild, RunStore runs) {
        this.graph = graph;
        this.histories = Set.copyOf(histories);
        this.ledger = ledger;
        this.rebuild = rebuild;
        this.runs = runs;
    }

    /**
     * What was done.
     *
     * @param assets how many assets had been materialized
     * @param materializations how many materializations of them were found
     */
    public record Rebuilt(int assets, int materializations) {}

    /** The history of an asset's kind; empty where the ledger is all there is. */
    public Optional<AssetHistory> of(Asset asset) {
        return histories.stream().filter(history -> history.remembers(asset)).findFirst();
    }

    /**
     * Begins to go back to what an asset was, or one of its partitions.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-argument} if its kind remembers nothing
     */
    public RollbackRequest request(Asset asset, Optional<PartitionKey> partition) {
        return new RollbackRequest(
                asset, partition, of(asset).orElseThrow(() -> HistoryErrors.keepsNothing(asset.key(), asset.kind())));
    }

    /**
     * Compares the ledger with every store, and what the stores speak of with what is there.
     *
     * @return in the order of the graph; empty when all is well
     * @throws dev.ingot.core.error.IngotException with code {@code lease-held}, naming it, while a run is live
     */
    public List<Difference> verify() {
        refuseBesideRuns();
        List<Difference> differences = new ArrayList<>();
        LedgerSnapshot current = ledger.snapshot();
        for (AssetKey key : graph.keys()) {
            Asset asset = graph.asset(key);
            of(asset).ifPresent(history -> {
                List<Materialization> commits = history.commits(asset);
                List<Materialization> recorded = ledger.history(key, Integer.MAX_VALUE);
                differences.addAll(new Comparison(key, commits).with(recorded, current));
                differences.addAll(history.losses(asset, commits));
            });
        }
        return differences;
    }

    /**
     * Restores from the stores what the ledger says of the project's assets. What it says of others, and of assets whose kind
     * remembers nothing, stays. All or nothing; no run begins meanwhile.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code lease-held}, naming it, while a run is live
     */
    public Rebuilt rebuild() {
        Map<AssetKey, List<Materialization>> found = new LinkedHashMap<>();
        rebuild.replace(() -> {
            refuseBesideRuns();
            found.clear();
            for (AssetKey key : graph.keys()) {
                Asset asset = graph.asset(key);
                of(asset).ifPresent(history -> found.put(key, history.commits(asset)));
            }
            return found;
        });
        int assets = (int) found.values().stream().filter(all -> !all.isEmpty()).count();
        return new Rebuilt(assets, found.values().stream().mapToInt(List::size).sum());
    }

    private void refuseBesideRuns() {
        runs.live().stream().findFirst().ifPresent(run -> {
            throw RunErrors.leaseHeld(run);
        });
    }
}
