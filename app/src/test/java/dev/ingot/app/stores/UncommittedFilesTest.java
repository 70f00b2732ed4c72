package dev.ingot.app.stores;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.config.Settings;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.commit.StagedManifests;
import dev.ingot.spark.commit.StagedRows;
import dev.ingot.spark.lake.LakeStore;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.storage.ObjectStores;
import dev.ingot.storage.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** On real servers: what was written and not committed is kept for people, or leaves nothing behind. */
final class UncommittedFilesTest {
    private static final AssetKey ASSET = AssetKey.parse("silver/shared/table");
    private static final Replaced ALL = Replaced.everything(List.of("year"));

    @TempDir
    private static Path folder;

    private long tokens;

    @ParameterizedTest
    @EnumSource
    void isStagedOrGone(TestServer server) throws IOException {
        ServerProfile profile = ServerProfile.fresh(server);
        Settings settings = Settings.of(Files.createDirectory(folder.resolve(server.name())), profile.direct());
        ObjectStore store = profile.store();
        LakeStore lake = LakeStore.of(ObjectStores.mounted(settings, store), Optional.empty(), Clock.systemUTC());
        lake.ensureSafe();
        Location table = lake.lake().resolve(ASSET.toString());
        try (SparkRuntime spark = new SparkRuntime(settings, lake)) {
            SparkSession session = spark.session();
            Dataset<Row> rows = session.range(0, 20, 1, 2).selectExpr("id", "cast(1997 + id % 2 as string) AS year");
            abandonedAfterwards(session, table, rows);
            abandonedHalfWay(session, table, rows);
            assertThat(files(store, table)).isEmpty();

            staged(session, table, rows);
            fencedOff(session, table, rows);
        }
    }

    private void abandonedAfterwards(SparkSession session, Location table, Dataset<Row> rows) throws IOException {
        try (SliceCommit commit = SliceCommit.begin(session, table, ALL, lease())) {
            commit.write(commit.align(rows));
            assertThat(files(table.store(), table)).isNotEmpty();
        }
    }

    /** The first task has written its files when the second fails, and Delta tells of none. */
    private void abandonedHalfWay(SparkSession session, Location table, Dataset<Row> rows) {
        Dataset<Row> failing = rows.withColumn("id", expr("if(id = 19, cast(raise_error('no more') as bigint), id)"));
        assertThatThrownBy(() -> {
                    try (SliceCommit commit = SliceCommit.begin(session, table, ALL, lease())) {
                        commit.write(commit.align(failing));
                    }
                })
                .hasStackTraceContaining("no more");
    }

    private void staged(SparkSession session, Location table, Dataset<Row> rows) throws IOException {
        Lease lease = lease();
        try (SliceCommit commit = SliceCommit.begin(session, table, ALL, lease)) {
            commit.write(commit.align(rows));
            commit.stage(ASSET, Instant.EPOCH, List.of(CheckResult.blocked("enough", "20 rows")));
        }
        assertThat(new StagedManifests(table).steps()).containsExactly(lease.step());
        assertThat(StagedRows.read(session, table, lease.step()).collectAsList())
                .containsExactlyInAnyOrderElementsOf(rows.collectAsList());
    }

    private void fencedOff(SparkSession session, Location table, Dataset<Row> rows) {
        Lease former = lease();
        commit(session, table, rows, former);
        Lease slow = lease();
        try (SliceCommit commit = SliceCommit.begin(session, table, ALL, slow)) {
            commit.write(commit.align(rows));
            SliceCommit.fence(session, table, new Grant.Granted(lease(), List.of(slow)));
            assertThatThrownBy(() -> commit.commit(materialization(slow)))
                    .isInstanceOfSatisfying(
                            IngotException.class,
                            e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.LEASE_LOST));
        }
    }

    private static void commit(SparkSession session, Location table, Dataset<Row> rows, Lease lease) {
        try (SliceCommit commit = SliceCommit.begin(session, table, ALL, lease)) {
            commit.write(commit.align(rows));
            assertThat(commit.commit(materialization(lease)).tableVersion()).isZero();
        }
    }

    private static Materialization materialization(Lease lease) {
        return new Materialization(
                lease.step(), ASSET, 0, "code", Instant.EPOCH, Duration.ZERO, List.of(), PartitionSet.empty());
    }

    private Lease lease() {
        tokens += 2;
        return new Lease(new StepId(RunId.create(Clock.systemUTC()), 1), ASSET, PartitionSet.whole(), tokens);
    }

    private static List<String> files(ObjectStore store, Location table) throws IOException {
        return store.list(table.path()).stream()
                .map(ObjectInfo::path)
                .map(path -> path.name())
                .filter(name -> name.endsWith(".parquet"))
                .toList();
    }
}
