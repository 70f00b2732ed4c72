package dev.ingot.spark.commit;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.RootCause;
import dev.ingot.core.history.HistoryErrors;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.Location;
import java.io.FileNotFoundException;
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
            if (isOfTheStore(e)) {
                throw e;
            }
            throw HistoryErrors.trimmed(asset, version, String.valueOf(e.getMessage()));
        }
    }

    /** Whether the log could not be read, which does not tell what is in it. */
    private static boolean isOfTheStore(RuntimeException failure) {
        return RootCause.chain(failure).stream()
                .anyMatch(cause -> cause instanceof IOException && !(cause instanceof FileNotFoundException));
    }

    /** @throws dev.ingot.core.error.IngotException with code {@code history-gone}, naming them, if files are not there any more */
    public void check() {
        List<String> names =
                files.stream().map(file -> TableFiles.name(file.path())).toList();
        Set<ObjectPath> present = present(names);
        List<String> gone = names.stream()
                .filter(name -> !present.contains(table.path().resolve(name)))
                .toList();
        if (!gone.isEmpty()) {
            throw HistoryErrors.gone(asset, version, gone);
        }
    }

    /** What there is in the folders of these files: one list, where each file would be a request of its own. */
    private Set<ObjectPath> present(List<String> names) {
        if (names.isEmpty()) {
            return Set.of();
        }
        Set<String> folders = names.stream().map(EarlierFiles::folder).collect(Collectors.toSet());
        String only = folders.iterator().next();
        ObjectPath listed =
                folders.size() == 1 && !only.isEmpty() ? table.path().resolve(only) : table.path();
        try {
            return table.store().list(listed).stream().map(ObjectInfo::path).collect(Collectors.toSet());
        } catch (IOException e) {
            throw StorageErrors.unreadable(listed.toString(), e);
        }
    }

    private static String folder(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('/')));
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
