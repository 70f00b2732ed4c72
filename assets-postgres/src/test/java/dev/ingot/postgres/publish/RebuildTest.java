package dev.ingot.postgres.publish;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.history.Difference;
import dev.ingot.core.history.Histories;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ledger beside real tables of both kinds: compared, lost, and restored. */
@ExtendWith(TestPostgres.class)
class RebuildTest {
    private static final String LOSE_IT =
            "TRUNCATE ingot.materialization, ingot.slice, ingot.current_slice, ingot.intent";

    @TempDir
    Path folder;

    private final ConnectionSettings settings;
    private Market market;

    RebuildTest(ConnectionSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void trade() {
        market = new Market(folder, settings);
        market.lands(row(1L, "Ann", "1997"), row(2L, "Bea", "1998"), row(3L, null, "1998"), row(4L, "Dora", null));
        assertThat(market.materializes().run().status()).isEqualTo(RunStatus.SUCCEEDED);
        market.lands(row(1L, "Ann", "1997"), row(2L, "Bo", "1998"), row(3L, null, "1998"), row(5L, "Eve", "1999"));
        assertThat(market.materializes().run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @AfterEach
    void closeShop() {
        market.close();
    }

    private Map<AssetKey, Map<PartitionKey, LedgerEntry>> current() {
        LedgerSnapshot snapshot = market.ledger.snapshot();
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> all = new TreeMap<>();
        for (AssetKey asset : assets()) {
            all.put(asset, snapshot.entries(asset));
        }
        return all;
    }

    private List<List<Materialization>> history() {
        return assets().stream().map(asset -> market.ledger.history(asset, 100)).toList();
    }

    private static List<AssetKey> assets() {
        return List.of(AssetKey.parse("bronze/market/receipts"), Market.SALES, Market.CUSTOMER);
    }

    private List<String> differences() {
        return market.histories.verify().stream().map(Difference::what).toList();
    }

    @Test
    void aLostLedgerIsRestoredFromTheTablesAlone() {
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> before = current();
        List<List<Materialization>> historyBefore = history();
        assertThat(differences()).isEmpty();
        market.execute(LOSE_IT);
        assertThat(market.plan().steps()).isNotEmpty();
        assertThat(differences()).hasSize(6).allMatch(what -> what.endsWith("which the ledger does not know"));

        assertThat(market.histories.rebuild()).isEqualTo(new Histories.Rebuilt(3, 6));

        assertThat(current()).isEqualTo(before);
        assertThat(history()).isEqualTo(historyBefore);
        assertThat(differences()).isEmpty();
        assertThat(market.plan().isEmpty()).isTrue();
    }

    @Test
    void aLedgerThatSaysOtherwiseIsSetRight() {
        Map<AssetKey, Map<PartitionKey, LedgerEntry>> before = current();
        market.execute("UPDATE ingot.slice SET rows = rows + 1 WHERE partition = '1998'");
        assertThat(differences()).hasSize(2).allMatch(what -> what.startsWith("the ledger says otherwise of step"));

        market.histories.rebuild();

        assertThat(current()).isEqualTo(before);
    }

    @Test
    void aFileThatIsGoneIsNamed() throws IOException {
        Path year = folder.resolve("lake/silver/market/sales/year=1999");
        try (Stream<Path> files = Files.list(year)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".parquet")).toList()) {
                Files.delete(file);
            }
        }

        assertThat(differences())
                .hasSize(1)
                .allMatch(what -> what.startsWith("1 file of sales is gone, such as year=1999/"));
    }

    @Test
    void rejectedRowsThatAreGoneAreNamed() throws IOException {
        try (Stream<Path> log = Files.list(folder.resolve("lake/silver/market/sales__rejected/_delta_log"))) {
            for (Path file : log.toList()) {
                Files.delete(file);
            }
        }

        assertThat(differences())
                .containsExactly(
                        "1 rows were rejected on the way to silver/market/sales@1998, 0 are in sales__rejected");
    }

    @Test
    void aPublishedTableThatIsGoneIsNamed() {
        market.execute("DROP TABLE shop.customer CASCADE");

        assertThat(differences()).containsExactly("the table shop.customer does not exist");
    }

    @Test
    void besideALiveRunTheLedgerIsLeftAlone() {
        Run run = Run.begun(
                new RunId("01KDWPZAP0VDDQ5CP0S2SECBVD"),
                "materialize",
                "ann@host:1",
                Instant.parse("2026-01-01T13:00:00Z"));
        try (RunStore.RunSession live = market.runs.begin(run, List.of())) {
            assertThat(live.wish()).isEmpty();
            assertThatThrownBy(market.histories::rebuild)
                    .hasMessageContaining(run.id().text());
            assertThatThrownBy(market.histories::verify)
                    .hasMessageContaining(run.id().text());
        }
        assertThat(differences()).isEmpty();
    }
}
