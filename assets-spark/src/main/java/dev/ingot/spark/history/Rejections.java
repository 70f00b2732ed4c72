package dev.ingot.spark.history;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.history.Difference;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.spark.commit.log.CommitLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether every row that an asset's commits count as rejected is in the table of the rejected rows. */
final class Rejections {
    private final AssetKey asset;
    private final List<Materialization> commits;

    Rejections(AssetKey asset, List<Materialization> commits) {
        this.asset = asset;
        this.commits = commits;
    }

    /** The slices that exist now and whose rejected rows were not committed by the step that counted them. */
    List<Difference> missing(CommitLog log) {
        List<LedgerEntry> rejecting = current().entries(asset).values().stream()
                .filter(entry -> entry.slice().rejected() > 0)
                .toList();
        if (rejecting.isEmpty()) {
            return List.of();
        }
        Map<StepId, Map<PartitionKey, Long>> kept = new HashMap<>();
        log.all().forEach(done -> kept.put(done.step(), rows(done)));
        List<Difference> missing = new ArrayList<>();
        for (LedgerEntry entry : rejecting) {
            Slice slice = entry.slice();
            StepId step = entry.commit().step();
            long rows = rows(slice.partition(), step, kept.getOrDefault(step, Map.of()));
            if (rows != slice.rejected()) {
                missing.add(difference(slice, rows));
            }
        }
        return missing;
    }

    /** The whole slice counts what was rejected in partitions that nothing good is in, and that do not exist therefore. */
    private long rows(PartitionKey partition, StepId step, Map<PartitionKey, Long> kept) {
        if (!partition.isWhole()) {
            return kept.getOrDefault(partition, 0L);
        }
        Set<PartitionKey> others = new HashSet<>(after(step).entries(asset).keySet());
        others.remove(partition);
        return kept.entrySet().stream()
                .filter(rejected -> !others.contains(rejected.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private LedgerSnapshot after(StepId step) {
        LedgerSnapshot snapshot = LedgerSnapshot.empty();
        for (Materialization done : commits) {
            snapshot = snapshot.with(done);
            if (done.step().equals(step)) {
                return snapshot;
            }
        }
        return snapshot;
    }

    private LedgerSnapshot current() {
        LedgerSnapshot snapshot = LedgerSnapshot.empty();
        for (Materialization done : commits) {
            snapshot = snapshot.with(done);
        }
        return snapshot;
    }

    private static Map<PartitionKey, Long> rows(Materialization done) {
        Map<PartitionKey, Long> rows = new HashMap<>();
        done.slices().forEach(slice -> rows.put(slice.partition(), slice.rows()));
        return rows;
    }

    private Difference difference(Slice slice, long rows) {
        String place = asset + (slice.partition().isWhole() ? "" : "@" + slice.partition());
        return new Difference(
                asset,
                slice.rejected() + " rows were rejected on the way to " + place + ", " + rows + " are in "
                        + asset.name() + "__rejected",
                "ingot materialize " + place + " --force");
    }
}
