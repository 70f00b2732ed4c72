package dev.ingot.core.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds out what slices of an asset were at a version of its table, or when a run had left it. */
public final class RollbackRequest {
    private final Asset asset;
    private final Optional<PartitionKey> partition;
    private final AssetHistory history;
    private final List<Materialization> commits;

    /**
     * Reads the asset's history.
     *
     * @param asset which asset
     * @param partition which of its partitions; all of it when absent
     */
    public RollbackRequest(Asset asset, Optional<PartitionKey> partition, AssetHistory history) {
        this.asset = asset;
        this.partition = partition;
        this.history = history;
        this.commits = history.commits(asset);
    }

    /**
     * To what the asset was when a run had left it.
     *
     * @param typed the run's id, or the beginning of it
     * @throws dev.ingot.core.error.IngotException if no run of that name wrote to the asset, or several did, naming those that did
     */
    public Rollback toRun(String typed) {
        String prefix = typed.toUpperCase(Locale.ROOT);
        List<Materialization> meant = commits.stream()
                .filter(done -> done.run().text().startsWith(prefix))
                .toList();
        if (typed.isEmpty()
                || meant.stream().map(Materialization::run).distinct().count() != 1) {
            throw HistoryErrors.notOfRun(asset.key(), typed, meant.isEmpty() ? commits : meant);
        }
        return toVersion(meant.get(meant.size() - 1).tableVersion());
    }

    /** @throws dev.ingot.core.error.IngotException if the table never had that version, or never such a slice */
    public Rollback toVersion(long version) {
        if (commits.isEmpty()
                || version < commits.get(0).tableVersion()
                || version > commits.get(commits.size() - 1).tableVersion()) {
            throw HistoryErrors.noVersion(asset.key(), version, commits);
        }
        List<Materialization> until =
                commits.stream().filter(done -> done.tableVersion() <= version).toList();
        Map<PartitionKey, LedgerEntry> then = Comparison.madeBy(until).entries(asset.key());
        Map<PartitionKey, LedgerEntry> now = Comparison.madeBy(commits).entries(asset.key());
        TreeSet<PartitionKey> keys = new TreeSet<>(then.keySet());
        keys.addAll(now.keySet());
        partition.ifPresent(one -> keys.removeIf(key -> !key.equals(one)));
        if (keys.isEmpty()) {
            throw HistoryErrors.neverThere(asset.key(), partition.orElse(PartitionKey.whole()), now.keySet());
        }
        keys.removeIf(key -> isSame(then.get(key), now.get(key)));
        long newest = commits.get(commits.size() - 1).tableVersion();
        return new Rollback(asset, history, restorations(keys, then, until.get(until.size() - 1)), newest);
    }

    private static boolean isSame(
            @org.jspecify.annotations.Nullable LedgerEntry then, @org.jspecify.annotations.Nullable LedgerEntry now) {
        return then != null
                && now != null
                && then.commit().codeVersion().equals(now.commit().codeVersion())
                && then.slice().dataVersion().equals(now.slice().dataVersion())
                && then.slice().rejected() == now.slice().rejected()
                && then.slice().inputs().equals(now.slice().inputs());
    }

    /** One for each version of the code, because a commit has one; slices that did not exist then go with the first. */
    private List<Restoration> restorations(
            SortedSet<PartitionKey> keys, Map<PartitionKey, LedgerEntry> then, Materialization last) {
        Map<String, List<Slice>> byCode = new TreeMap<>();
        PartitionSet removed = PartitionSet.of(
                keys.stream().filter(key -> !then.containsKey(key)).toList());
        keys.stream()
                .filter(then::containsKey)
                .map(key -> Objects.requireNonNull(then.get(key)))
                .forEach(entry -> byCode.computeIfAbsent(entry.commit().codeVersion(), any -> new ArrayList<>())
                        .add(entry.slice()));
        if (byCode.isEmpty() && !removed.isEmpty()) {
            byCode.put(last.codeVersion(), List.of());
        }
        List<Restoration> restorations = new ArrayList<>();
        byCode.forEach((code, slices) -> restorations.add(new Restoration(
                last.tableVersion(),
                code,
                slices,
                restorations.isEmpty() ? removed : PartitionSet.empty(),
                partition.isEmpty() && byCode.size() == 1 && isWrittenWhole())));
        return restorations;
    }

    /** Whether the lease of all of its slices is that of the whole: otherwise others may write to slices that nobody knew of. */
    private boolean isWrittenWhole() {
        return !asset.spec().partitioning().isPartitioned() || Staleness.discovers(asset.spec());
    }
}
