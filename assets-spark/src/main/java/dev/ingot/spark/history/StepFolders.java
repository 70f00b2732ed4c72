package dev.ingot.spark.history;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.history.Difference;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.spark.table.DeltaTables;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whether what an asset keeps beside its table, such as a model, is there. */
final class StepFolders {
    private final AssetKey asset;
    private final DeltaTables tables;

    StepFolders(AssetKey asset, DeltaTables tables) {
        this.asset = asset;
        this.tables = tables;
    }

    /** Of an asset that keeps such folders: one of the steps that made its newest content must have one. */
    List<Difference> missing(List<Materialization> commits) {
        Set<String> folders = new Listing(tables.folders(asset)).folders();
        if (folders.isEmpty()) {
            return List.of();
        }
        Materialization newest = commits.get(commits.size() - 1);
        Set<String> content = contents(newest);
        boolean kept = commits.stream()
                .filter(done -> contents(done).equals(content))
                .anyMatch(done -> folders.contains(done.step().toString()));
        return kept
                ? List.of()
                : List.of(new Difference(
                        asset,
                        "the folder of step " + newest.step() + " is gone from " + asset.name() + "__files",
                        "ingot materialize " + asset + " --force"));
    }

    private static Set<String> contents(Materialization done) {
        return done.slices().stream().map(Slice::dataVersion).collect(Collectors.toSet());
    }
}
