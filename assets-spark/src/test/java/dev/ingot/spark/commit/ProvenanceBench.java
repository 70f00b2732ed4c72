package dev.ingot.spark.commit;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.spark.failure.Faults;
import dev.ingot.spark.failure.FaultyContextDisk;
import dev.ingot.spark.failure.FaultyDisk;
import dev.ingot.spark.failure.FaultyStore;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.delta.DeltaLog;
import org.apache.spark.sql.delta.DeltaOperations;
import org.apache.spark.sql.delta.OptimisticTransaction;
import org.apache.spark.sql.delta.actions.Action;
import org.apache.spark.sql.delta.actions.AddFile;

/**
 * A table that is replaced by {@link SliceCommit}, in turns with one that is replaced by the same calls to Delta without anything
 * that says who wrote what: seconds, and calls to the disk and the object store. To run by hand, or by {@code bench/provenance.sh};
 * arguments are the pairs and the rows of a table.
 */
final class ProvenanceBench {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int WARM_UP = 5;

    private final Location ours;
    private final Location bare;
    private final long rows;

    private ProvenanceBench(Path folder, long rows) {
        Location lake = new Location(
                new FaultyStore(new LocalObjectStore(folder)),
                ObjectPath.of("lake"),
                "faulty:" + folder.resolve("lake"));
        this.ours = lake.resolve("ours");
        this.bare = lake.resolve("bare");
        this.rows = rows;
    }

    public static void main(String[] arguments) throws Exception {
        int pairs = Integer.parseInt(arguments[0]);
        Configuration configuration = TestSpark.session().sparkContext().hadoopConfiguration();
        configuration.set("fs.faulty.impl", FaultyDisk.class.getName());
        configuration.set("fs.AbstractFileSystem.faulty.impl", FaultyContextDisk.class.getName());
        ProvenanceBench bench =
                new ProvenanceBench(Files.createTempDirectory("ingot-bench"), Long.parseLong(arguments[1]));
        for (int pair = -WARM_UP; pair < pairs; pair++) {
            // Whoever comes second finds warmer caches.
            List<Runnable> both = pair % 2 == 0 ? List.of(bench::ours, bench::bare) : List.of(bench::bare, bench::ours);
            List<String> lines = new ArrayList<>();
            both.forEach(one -> lines.add(timed(one)));
            if (pair >= 0) {
                System.out.println((pair % 2 == 0 ? "ours " : "bare ") + lines.get(0));
                System.out.println((pair % 2 == 0 ? "bare " : "ours ") + lines.get(1));
            }
        }
    }

    private static String timed(Runnable work) {
        Faults.arm(0, false);
        long began = System.nanoTime();
        work.run();
        return String.format(
                Locale.ROOT,
                "%.4f %d",
                (System.nanoTime() - began) / 1e9,
                Faults.calls().size());
    }

    private Dataset<Row> rows() {
        return TestSpark.session()
                .range(0, rows, 1, 1)
                .selectExpr("id", "cast(id % 1000 as int) item", "id * 0.5 score", "concat('title ', id) title");
    }

    private void ours() {
        StepId step = new StepId(RunId.create(CLOCK), 1);
        Replaced everything = Replaced.everything(List.of());
        AssetKey asset = AssetKey.of(Layer.BRONZE, "bench", "rows");
        Lease lease = new Lease(step, asset, PartitionSet.whole(), CLOCK.millis() * 1000);
        try (SliceCommit commit = SliceCommit.begin(TestSpark.session(), ours, everything, lease)) {
            commit.write(commit.align(rows()));
            Slice slice = new Slice(PartitionKey.whole(), "1-1", rows, 0, 1, Map.of("landing:bench/rows.csv", "v1"));
            commit.commit(
                    new Materialization(step, asset, 0, "code", CLOCK.instant(), List.of(slice), PartitionSet.empty()));
        }
    }

    private void bare() {
        DeltaLog log = DeltaLog.forTable(TestSpark.session(), new org.apache.hadoop.fs.Path(bare.uri()));
        OptimisticTransaction transaction = log.startTransaction(Scala.none(), Scala.none());
        if (transaction.readVersion() < 0) {
            new TableSchema(transaction, List.of()).create(rows().schema());
        }
        List<Action> actions = new ArrayList<>();
        Scala.list(transaction.writeFiles(rows())).forEach(actions::add);
        if (transaction.readVersion() >= 0) {
            for (AddFile file : Scala.list(transaction.filterFiles())) {
                actions.add(file.remove());
            }
        }
        DeltaOperations.Operation operation = new DeltaOperations.Write(
                SaveMode.Overwrite,
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none(),
                Scala.none());
        transaction.commit(Scala.seq(actions), operation);
    }
}
