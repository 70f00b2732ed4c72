package dev.ingot.app.stores;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
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
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.upkeep.Chore;
import dev.ingot.core.upkeep.UpkeepRules;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.commit.StagedManifests;
import dev.ingot.spark.commit.StagedRows;
import dev.ingot.spark.commit.TableFiles;
import dev.ingot.spark.history.DeltaUpkeep;
import dev.ingot.spark.lake.LakeStore;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.storage.ObjectStores;
import dev.ingot.storage.server.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

/**
 * A table on real servers. What was written and not committed is kept for people, or leaves nothing behind; house-keeping removes
 * what nobody needs, and keeps what commits said.
 */
final class StoredTableTest {
    private static final AssetKey ASSET = AssetKey.parse("silver/shared/table");
    private static final Replaced ALL = Replaced.everything(List.of("year"));

    @TempDir
    private static Path folder;

    private long tokens;

    @ParameterizedTest
    @EnumSource
    void isLookedAfter(TestServer server) throws Exception {
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
            tidiedUp(spark, new DeltaTables(lake.lake()));
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

    /** As if all of it had been written long ago: small files are joined, and nothing is left that nobody needs. */
    private void tidiedUp(SparkRuntime spark, DeltaTables tables) throws Exception {
        Location table = tables.table(ASSET);
        List<Row> rows = rows(spark, table);
        List<Materialization> commits = tables.log(ASSET).all();
        List<ObjectPath> unfinished = unfinishedCommit(table);
        UpkeepRules rules = new UpkeepRules(Clock.systemUTC().instant().plus(Duration.ofDays(1)), run -> false);
        DeltaUpkeep upkeep = new DeltaUpkeep(spark, tables);
        List<Chore> chores = upkeep.chores(List.of(asset()), rules);
        for (Chore chore : chores) {
            chore.work().run();
        }

        assertThat(chores)
                .extracting(Chore::what)
                .satisfiesExactly(
                        what -> assertThat(what).startsWith("join 4 small files"),
                        what -> assertThat(what).startsWith("keep the provenance, then trim the log"),
                        what -> assertThat(what).isEqualTo("forget 1 staged results"),
                        what -> assertThat(what).isEqualTo("remove 2 files of commits that were never finished"),
                        what -> assertThat(what).matches("remove \\d+ files that nothing needs"));
        assertThat(rows(spark, table)).containsExactlyInAnyOrderElementsOf(rows);
        assertThat(tables.log(ASSET).all()).isEqualTo(commits).isNotEmpty();
        assertThat(table.store().head(table.path().resolve("_delta_log/00000000000000000000.json")))
                .isEmpty();
        assertThat(files(table.store(), table))
                .containsExactlyInAnyOrderElementsOf(TableFiles.newest(spark.session(), table))
                .hasSize(2);
        assertThat(new StagedManifests(table).steps()).isEmpty();
        assertThat(table.store().list(table.path().resolve("_delta_log")))
                .extracting(ObjectInfo::path)
                .isNotEmpty()
                .doesNotContainAnyElementsOf(unfinished);
        assertThat(upkeep.chores(List.of(asset()), rules)).isEmpty();
    }

    /** As a process leaves it that is killed before it moves what it wrote to its name in the log. */
    private static List<ObjectPath> unfinishedCommit(Location table) throws IOException {
        String name = ".00000000000000000003.json.9a5f4f13-2a8b-49a6-aeb5-cfe9abc229a2.tmp";
        ObjectPath log = table.path().resolve("_delta_log");
        List<ObjectPath> left = List.of(log.resolve(name), log.resolve("." + name + ".crc"));
        for (ObjectPath path : left) {
            table.store().put(path, new ByteArrayInputStream("{\"commitInfo\"".getBytes(StandardCharsets.UTF_8)));
        }
        return left;
    }

    private static List<Row> rows(SparkRuntime spark, Location table) {
        return spark.session().read().format("delta").load(table.uri()).collectAsList();
    }

    private static DeltaAsset asset() {
        return new DeltaAsset() {
            @Override
            public AssetSpec spec() {
                return AssetSpec.of(ASSET, "Twenty rows.").build();
            }

            @Override
            public Dataset<Row> compute(AssetInputs inputs) {
                throw new IllegalStateException("nobody materializes it");
            }
        };
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

    /** Of rows, not of checkpoints; by their names in the table. */
    private static List<String> files(ObjectStore store, Location table) throws IOException {
        return store.list(table.path()).stream()
                .map(ObjectInfo::path)
                .map(path -> path.text().substring(table.path().text().length() + 1))
                .filter(name -> name.endsWith(".parquet") && !name.startsWith("_"))
                .toList();
    }
}
