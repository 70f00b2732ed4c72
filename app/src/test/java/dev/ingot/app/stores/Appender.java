package dev.ingot.app.stores;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.LakeStore;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.storage.ObjectStores;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/** A driver with a Spark of its own that puts slices into a table, a commit each. */
final class Appender implements AutoCloseable {
    private static final AssetKey ASSET = AssetKey.parse("silver/shared/appended");
    private static final StructType SCHEMA = StructType.fromDDL("writer int, slice string");

    private final SparkRuntime spark;
    private final Location table;
    private long token = 2;

    Appender(ServerProfile profile, Path state) {
        Settings settings = Settings.of(state, profile.direct());
        LakeStore lake =
                LakeStore.of(ObjectStores.mounted(settings, profile.store()), Optional.empty(), Clock.systemUTC());
        lake.ensureSafe();
        spark = new SparkRuntime(settings, lake);
        table = lake.lake().resolve(ASSET.toString());
    }

    public static void main(String[] arguments) throws Exception {
        Path state = Files.createTempDirectory("ingot-appender");
        Workers.serve(task -> append(task, state));
    }

    private static String append(Workers.Task task, Path state) throws IOException {
        int refused = 0;
        try (Appender appender = new Appender(task.profile(), state)) {
            for (int commit = 0; commit < task.commits(); commit++) {
                refused += appender.append(task.writer(), commit);
            }
        }
        return "appended " + task.commits() + ", refused " + refused + " times";
    }

    /** The name of a writer's slice. */
    static String slice(int writer, int commit) {
        return writer + "-" + commit;
    }

    /** Commits a slice of one row; again, as long as another driver comes first. Answers how often it was refused. */
    int append(int writer, int number) {
        StepId step = new StepId(RunId.create(Clock.systemUTC()), 1);
        for (int refused = 0; ; refused++) {
            try {
                commit(step, writer, slice(writer, number));
                return refused;
            } catch (IngotException e) {
                if (e.diagnostic().code() != ErrorCode.COMMIT_CONFLICT) {
                    throw e;
                }
            }
        }
    }

    private void commit(StepId step, int writer, String slice) {
        PartitionSet slices = PartitionSet.of(slice);
        Dataset<Row> rows = spark.session().createDataFrame(List.of(RowFactory.create(writer, slice)), SCHEMA);
        token += 2;
        Lease lease = new Lease(step, ASSET, slices, token);
        Replaced replaced = Replaced.slices(List.of("slice"), slices);
        try (SliceCommit commit = SliceCommit.begin(spark.session(), table, replaced, lease)) {
            commit.write(commit.align(rows));
            Slice written = new Slice(PartitionKey.of(slice), "1-0", 1, 0, Map.of());
            commit.commit(
                    new Materialization(step, ASSET, 0, "code", Instant.EPOCH, List.of(written), PartitionSet.empty()));
        }
    }

    /** The slices that the table holds, as Spark reads them. */
    List<String> slices() {
        return spark.session().read().format("delta").load(table.uri()).select("slice").collectAsList().stream()
                .map(row -> row.getString(0))
                .toList();
    }

    /** The slices that the commits tell of, in the order of the commits. */
    List<String> committed() {
        return CommitLog.of(table).all().stream()
                .flatMap(done -> done.slices().stream())
                .map(slice -> slice.partition().toString())
                .toList();
    }

    @Override
    public void close() {
        spark.close();
    }
}
