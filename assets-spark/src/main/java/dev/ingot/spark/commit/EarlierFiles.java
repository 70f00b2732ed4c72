package dev.ingot.spark.commit;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.history.HistoryErrors;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.spark.lake.Location;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.types.StructType;

/** The files that slices of a table consisted of at an earlier version, in its newest layout. */
public final class EarlierFiles {
    private final AssetKey asset;
    private final Location table;
    private final long version;
    private final Replaced slices;
    private final List<AddFile> files;
    private final StructType schema;

    private EarlierFiles(AssetKey asset, Location table, long version, Replaced slices, Snapshot snapshot) {
        this.asset = asset;
        this.table = table;
        this.version = version;
        this.slices = slices;
        this.schema = snapshot.schema();
        this.files = snapshot.allFiles().collectAsList().stream()
                .filter(file -> slices.contains(WrittenFiles.slice(slices.columns(), file)))
                .toList();
    }

    /**
     * Reads which files they were.
     *
     * @param asset for people to be told
     * @throws dev.ingot.core.error.IngotException with code {@code history-gone} if the log does not go back so far
     */
    public static EarlierFiles of(SparkSession session, AssetKey asset, Location table, long version, Replaced slices) {
        DeltaLog log = DeltaLog.forTable(session, new org.apache.hadoop.fs.Path(table.uri()));
        long newest = CommitLog.of(table).sameContent(version);
        try {
            Snapshot snapshot = log.getSnapshotAt(newest, Scala.none(), Scala.none(), log.getSnapshotAt$default$4());
            return new EarlierFiles(asset, table, version, slices, snapshot);
        } catch (RuntimeException e) {
            throw HistoryErrors.trimmed(asset, version, String.valueOf(e.getMessage()));
        }
    }

    /** @throws dev.ingot.core.error.IngotException with code {@code history-gone}, naming them, if files are not there any more */
    public void check() {
        List<String> gone = files.stream()
                .map(file -> TableFiles.name(file.path()))
                .filter(name -> !isThere(name))
                .toList();
        if (!gone.isEmpty()) {
            throw HistoryErrors.gone(asset, version, gone);
        }
    }

    private boolean isThere(String name) {
        try {
            return table.store().head(table.path().resolve(name)).isPresent();
        } catch (IOException e) {
            throw StorageErrors.unreadable(table.path().resolve(name).toString(), e);
        }
    }

    /** The rows in them, by slice; those of no slice under {@link PartitionKey#whole()}. */
    public Map<PartitionKey, Long> rows() {
        Map<PartitionKey, Long> rows = new TreeMap<>();
        files.forEach(file -> rows.merge(
                WrittenFiles.slice(slices.columns(), file).orElse(PartitionKey.whole()),
                WrittenFiles.rows(file),
                Long::sum));
        return rows;
    }

    /** Adds them, and removes these others; a file that is among both stays as it is. */
    List<Action> inPlaceOf(List<AddFile> others) {
        Set<String> now = paths(others);
        Set<String> then = paths(files);
        List<Action> actions = new ArrayList<>();
        files.stream().filter(file -> !now.contains(file.path())).forEach(file -> actions.add(again(file)));
        others.stream().filter(file -> !then.contains(file.path())).forEach(file -> actions.add(file.remove()));
        return actions;
    }

    private static Set<String> paths(List<AddFile> files) {
        return files.stream().map(AddFile::path).collect(Collectors.toSet());
    }

    /** The same file, as a change of the data: Delta has the files of a version as if they were none. */
    private static AddFile again(AddFile file) {
        return file.copy(
                file.path(),
                file.partitionValues(),
                file.size(),
                file.modificationTime(),
                true,
                file.stats(),
                file.tags(),
                file.deletionVector(),
                file.baseRowId(),
                file.defaultRowCommitVersion(),
                file.clusteringProvider(),
                file.copy$default$12(),
                file.copy$default$13());
    }

    StructType schema() {
        return schema;
    }
}
