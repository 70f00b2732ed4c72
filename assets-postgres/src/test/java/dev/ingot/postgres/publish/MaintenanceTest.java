package dev.ingot.postgres.publish;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.upkeep.Chore;
import dev.ingot.core.upkeep.Maintenance;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.spark.history.DeltaUpkeep;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Tidying up real tables. What a test calls old was written three hours ago; all that is older than half an hour may go. */
@ExtendWith(TestPostgres.class)
class MaintenanceTest {
    private static final AssetKey RECEIPTS = AssetKey.parse("bronze/market/receipts");
    private static final Duration RETENTION = Duration.ofMinutes(30);
    private static final String DEAD = "01ARZ3NDEKTSV4RRFFQ69G5FAV";

    @TempDir
    Path folder;

    private final ConnectionSettings settings;
    private Market market;
    private Maintenance maintenance;

    MaintenanceTest(ConnectionSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void trade() {
        market = new Market(folder, settings);
        maintenance = new Maintenance(
                market.graph,
                Set.of(new DeltaUpkeep(TestSpark.runtime(), market.tables), new PostgresUpkeep(market.database)),
                market.engine,
                market.runs,
                Clock.systemUTC());
        market.lands(row(1L, "Ann", "1997"), row(2L, "Bea", "1998"), row(3L, null, "1998"));
        market.materializes();
        market.lands(row(1L, "Ann", "1997"), row(2L, "Bo", "1998"), row(3L, null, "1998"), row(5L, "Eve", "1999"));
        assertThat(market.materializes().run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @AfterEach
    void closeShop() {
        market.close();
    }

    /** Everything in the lake was written and replaced three hours ago, each file of a log a second after the one before. */
    private void age() throws IOException {
        Instant then = Clock.systemUTC().instant().minus(Duration.ofHours(3));
        try (Stream<Path> files = Files.walk(folder.resolve("lake"))) {
            int second = 0;
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                ageReplaced(file, then);
                if (Files.exists(file)) {
                    Files.setLastModifiedTime(file, FileTime.from(then.plusSeconds(second++)));
                }
            }
        }
        DeltaLog.clearCache();
    }

    /** Files go when they have not been needed for long enough, and the log says since when they are not. */
    private static void ageReplaced(Path file, Instant then) throws IOException {
        if (file.toString().matches(".*/[0-9]{20}\\.json")) {
            String log = Files.readString(file);
            Files.writeString(
                    file,
                    log.replaceAll("\"deletionTimestamp\":[0-9]+", "\"deletionTimestamp\":" + then.toEpochMilli()));
            Files.deleteIfExists(file.resolveSibling("." + file.getFileName() + ".crc"));
        }
    }

    private List<Chore> plan() {
        return maintenance.plan(market.graph.keys(), RETENTION);
    }

    private List<String> todo() {
        return plan().stream().map(Chore::what).toList();
    }

    private void maintain() {
        run(plan());
    }

    private void run(List<Chore> chores) {
        RunOrigin origin = RunOrigin.of(RunKind.MAINTAIN, "maintain", "ann@host:1");
        Maintenance.Done done = maintenance.run(chores, origin, step -> {}, new Cancellation());
        assertThat(done.steps()).allMatch(step -> step.status().isGood(), "is good");
        assertThat(done.run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    private List<Row> rows(AssetKey asset) {
        long version = market.ledger.snapshot().tableVersion(asset).orElseThrow();
        return market.tables
                .read(TestSpark.session(), asset, version)
                .orderBy("customer_id")
                .collectAsList();
    }

    private Map<AssetKey, Map<PartitionKey, LedgerEntry>> current() {
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> all = new TreeMap<>();
        market.graph.keys().forEach(key -> all.put(key, market.ledger.snapshot().entries(key)));
        return all;
    }

    private Path commit(String table, int version) {
        return folder.resolve("lake/" + table + "/_delta_log/%020d.json".formatted(version));
    }

    @Test
    void tablesAreTidiedUpAndStayWhatTheyAre() throws IOException {
        Path orphan = orphan("silver/market/sales");
        long files = dataFiles("silver/market/sales");
        age();
        List<Row> sales = rows(Market.SALES);
        List<Row> receipts = rows(RECEIPTS);
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> before = current();
        assertThat(todo())
                .contains("join 2 small files", "keep the provenance, then trim the log up to version 0")
                .anyMatch(what -> what.matches("remove \\d+ files that nothing needs"));

        maintain();

        assertThat(rows(Market.SALES)).isEqualTo(sales);
        assertThat(rows(RECEIPTS)).isEqualTo(receipts);
        assertThat(commit("silver/market/sales", 0)).doesNotExist();
        assertThat(orphan).doesNotExist();
        assertThat(dataFiles("silver/market/sales")).as("the replaced ones too").isLessThan(files - 1);
        assertThat(market.runs.newest(1).get(0).origin().kind()).isEqualTo(RunKind.MAINTAIN);
        assertThat(market.histories.verify()).isEmpty();
        assertThat(market.plan().isEmpty()).isTrue();

        market.execute("TRUNCATE ingot.materialization, ingot.slice, ingot.current_slice, ingot.intent");
        market.histories.rebuild();
        assertThat(current()).isEqualTo(before);
        assertThat(market.plan().isEmpty()).isTrue();
    }

    @Test
    void aTidyProjectGoesOnAndIsTidiedUpAgain() throws IOException {
        age();
        maintain();
        age();
        maintain();
        assertThat(rows(RECEIPTS)).hasSize(4);
        assertThat(todo()).isEmpty();

        market.lands(row(1L, "Anna", "1997"), row(2L, "Bo", "1998"));
        assertThat(market.materializes().run().status()).isEqualTo(RunStatus.SUCCEEDED);

        assertThat(rows(Market.SALES)).containsExactly(row(1L, "Anna", "1997"), row(2L, "Bo", "1998"));
        assertThat(market.histories.verify()).isEmpty();
    }

    /** What a writer that died left among the files of a table. */
    private Path orphan(String table) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake").resolve(table))) {
            Path any = files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .findFirst()
                    .orElseThrow();
            return Files.copy(any, any.resolveSibling("part-00000-left.snappy.parquet"));
        }
    }

    private long dataFiles(String table) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("lake").resolve(table))) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .filter(file -> !file.toString().contains("_delta_log"))
                    .count();
        }
    }

    @Test
    void whatIsYoungerThanTheRetentionStays() {
        assertThat(todo()).allMatch(what -> what.startsWith("join "));
    }

    @Test
    void whatDeadStepsLeftIsRemoved() throws IOException {
        market.execute("CREATE TABLE ingot_staging.\"" + DEAD + ".1\" (x int)");
        market.execute("CREATE TABLE ingot_staging.\"" + DEAD + ".2.1795277486032004\" (x int)");
        market.execute("CREATE SCHEMA IF NOT EXISTS ingot_kept");
        market.execute("CREATE TABLE ingot_kept.\"" + DEAD + ".3\" (x int)");
        market.execute("COMMENT ON TABLE ingot_kept.\"" + DEAD + ".3\" IS '" + Market.CUSTOMER + "'");
        StepId committed = market.ledger.history(Market.SALES, 1).get(0).step();
        Path kept = Files.createDirectories(folder.resolve("lake/silver/market/sales__files/" + committed));
        Path left = Files.createDirectories(folder.resolve("lake/silver/market/sales__files/" + DEAD + ".2"));
        Files.writeString(kept.resolve("model"), "kept");
        Files.writeString(left.resolve("model"), "half");
        Path foreign = Files.createDirectories(folder.resolve("lake/silver/market/sales__files/by hand"));
        Files.writeString(foreign.resolve("notes"), "somebody else's");
        assertThat(todo()).noneMatch(what -> what.startsWith("remove the folder"));
        age();

        maintain();

        assertThat(kept.resolve("model")).exists();
        assertThat(left.resolve("model")).doesNotExist();
        assertThat(foreign.resolve("notes")).exists();
        assertThat(market.tableNames("ingot_staging")).isEmpty();
        assertThat(market.tableNames("ingot_kept")).isEmpty();
    }
}
