package dev.ingot.spark.commit;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.Location;
import io.delta.tables.DeltaTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.LastCheckpointInfo;
import org.apache.spark.sql.delta.Snapshot;
import org.apache.spark.sql.delta.TruncationGranularity$;

/** Tidies up one table with Delta's own means, which leave its content as it is. For use by one thread. */
public final class TableUpkeep {
    /** Files smaller than this are worth being joined. */
    private static final long SMALL = 16L << 20;

    private static final long TARGET = 128L << 20;

    private static final Pattern UNFINISHED = Pattern.compile("\\..*\\.tmp(\\.crc)?");

    private final SparkSession session;
    private final Location table;
    private final DeltaLog log;

    /** @param session a session of its own: its settings are changed */
    public TableUpkeep(SparkSession session, Location table) {
        this.session = session;
        this.table = table;
        this.log = DeltaLog.forTable(session, new org.apache.hadoop.fs.Path(table.uri()));
        session.conf().set("spark.databricks.delta.optimize.minFileSize", SMALL);
        session.conf().set("spark.databricks.delta.optimize.maxFileSize", TARGET);
        session.conf().set("spark.databricks.delta.retentionDurationCheck.enabled", false);
        session.conf().set("spark.databricks.delta.vacuum.retentionWindowIgnore.enabled", false);
        session.conf().set("spark.databricks.delta.vacuum.logging.enabled", false);
    }

    private Snapshot newest() {
        return log.update(false, Scala.none(), Scala.none());
    }

    /** How many small files lie beside others in the same slice. */
    public long smallFiles() {
        Map<Object, Long> bySlice = new HashMap<>();
        for (Row file : newest().allFiles()
                .toDF()
                .filter("size < " + SMALL)
                .select("partitionValues")
                .collectAsList()) {
            bySlice.merge(file.getJavaMap(0), 1L, Long::sum);
        }
        return bySlice.values().stream()
                .filter(count -> count > 1)
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Joins small files of the same slice. */
    public void compact() {
        DeltaTable.forPath(session, table.uri()).optimize().executeCompaction();
    }

    /** How many commits a reader has to read one by one. */
    public long commitsSinceCheckpoint() {
        return newest().version() - checkpoint().orElse(-1);
    }

    private OptionalLong checkpoint() {
        scala.Option<LastCheckpointInfo> last = log.readLastCheckpointFile();
        return last.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(last.get().version());
    }

    /** Writes the newest state down in one file. */
    public void writeCheckpoint() {
        log.checkpoint(newest(), Scala.none());
    }

    /** The newest version whose commit file is older than that; empty if there is none, or it is the newest version. */
    public OptionalLong trimmable(Instant cutoff) {
        long newest = newest().version();
        OptionalLong last = CommitLog.of(table).olderThan(cutoff);
        return last.isPresent() ? OptionalLong.of(Math.min(last.getAsLong(), newest - 1)) : last;
    }

    /** Keeps what commits said that are older than that, then removes their files from the log. */
    public void trim(Instant cutoff) {
        OptionalLong last = trimmable(cutoff);
        if (last.isEmpty() || last.getAsLong() < 0) {
            return;
        }
        CommitLog.of(table).preserve(last.getAsLong());
        if (checkpoint().orElse(-1) != newest().version()) {
            writeCheckpoint();
        }
        log.cleanUpExpiredLogs(
                newest(),
                Scala.none(),
                scala.Option.apply(age(cutoff).toMillis()),
                TruncationGranularity$.MODULE$.MINUTE());
    }

    /** Delta reckons by a clock of its own. */
    private Duration age(Instant cutoff) {
        return Duration.between(cutoff, Instant.ofEpochMilli(log.clock().getTimeMillis()));
    }

    /** How many files the newest state does not name, nor any since then; at most a thousand are counted. */
    public long unneeded(Instant cutoff) {
        String sql = "VACUUM delta.`" + table.uri() + "` RETAIN " + hours(cutoff) + " HOURS DRY RUN";
        return session.sql(sql).count();
    }

    /** Removes those files. */
    public void vacuum(Instant cutoff) {
        DeltaTable.forPath(session, table.uri()).vacuum((double) hours(cutoff));
    }

    /** Vacuum knows whole hours, and would round them: up, so that nothing goes before its time. */
    private long hours(Instant cutoff) {
        return Math.max(0, age(cutoff).plusHours(1).minusNanos(1).toHours());
    }

    /** The manifests of staged files that are older than that. */
    public List<ObjectPath> stagedBefore(Instant cutoff) {
        return before(cutoff, table.path().resolve("_ingot").resolve("staged"), manifest -> true);
    }

    /**
     * What Delta writes before it moves it to its name in the log, of processes that died meanwhile, with Hadoop's checksum of it. Vacuum
     * leaves the log alone, and what trims the log leaves names that are none of it.
     */
    public List<ObjectPath> unfinishedBefore(Instant cutoff) {
        return before(
                cutoff,
                table.path().resolve("_delta_log"),
                file -> UNFINISHED.matcher(file.name()).matches());
    }

    private List<ObjectPath> before(Instant cutoff, ObjectPath folder, Predicate<ObjectPath> wanted) {
        try {
            return table.store().list(folder).stream()
                    .filter(object -> object.modifiedAt().isBefore(cutoff))
                    .map(ObjectInfo::path)
                    .filter(wanted)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
