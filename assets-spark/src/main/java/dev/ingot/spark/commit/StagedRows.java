package dev.ingot.spark.commit;

import dev.ingot.core.event.StepId;
import dev.ingot.spark.lake.Location;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DummySnapshot;
import org.apache.spark.sql.delta.actions.AddFile;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;

/** Reads files that no commit names, as if they were all that a table has. */
public final class StagedRows {
    private StagedRows() {}

    /** What a transaction has written so far; empty rows of its schema when that is nothing. */
    static Dataset<Row> of(DeltaLog log, Metadata metadata, List<AddFile> files) {
        DummySnapshot nobodyElses = new DummySnapshot(log.logPath(), log, metadata, Scala.none(), Scala.none());
        return log.createDataFrame(nobodyElses, Scala.seq(files), false, Scala.none());
    }

    /**
     * What a step left uncommitted.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code not-materialized} if some of the files are gone
     */
    public static Dataset<Row> read(SparkSession session, Location table, StepId step) {
        StagedManifests manifests = new StagedManifests(table);
        StagedManifest manifest = manifests.read(step);
        List<AddFile> files = new ArrayList<>();
        for (StagedFile file : manifest.files()) {
            if (!manifests.isThere(file)) {
                throw CommitErrors.stagedFileGone(manifest, file);
            }
            files.add(added(file, manifest.partitionColumns()));
        }
        DeltaLog log = DeltaLog.forTable(session, new org.apache.hadoop.fs.Path(table.uri()));
        return of(log, metadata(manifest), files);
    }

    private static Metadata metadata(StagedManifest manifest) {
        return new Metadata(
                manifest.step().toString(),
                null,
                null,
                new Format("parquet", Scala.map(Map.of())),
                manifest.schema(),
                Scala.seq(manifest.partitionColumns()),
                Scala.map(Map.of()),
                Scala.none());
    }

    private static AddFile added(StagedFile file, List<String> columns) {
        Map<String, String> partition = new java.util.HashMap<>();
        columns.forEach(column -> partition.put(column, file.partition().get(column)));
        return new AddFile(
                file.path(),
                Scala.map(partition),
                file.bytes(),
                0,
                true,
                null,
                null,
                null,
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                null);
    }
}
