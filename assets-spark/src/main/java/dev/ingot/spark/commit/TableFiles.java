package dev.ingot.spark.commit;

import dev.ingot.spark.lake.Location;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.Snapshot;

/** The files that a table consists of. */
public final class TableFiles {
    private TableFiles() {}

    /** The names of the files of the newest version, relative to the table's folder. */
    public static List<String> newest(SparkSession session, Location table) {
        Snapshot snapshot = DeltaLog.forTable(session, new org.apache.hadoop.fs.Path(table.uri()))
                .update(false, Scala.none(), Scala.none());
        return snapshot.allFiles().toDF().select("path").collectAsList().stream()
                .map(row -> name(row.getString(0)))
                .toList();
    }

    /** In the log names are written as they are in a URI. */
    static String name(String path) {
        return Objects.requireNonNull(URI.create(path).getPath(), path);
    }
}
