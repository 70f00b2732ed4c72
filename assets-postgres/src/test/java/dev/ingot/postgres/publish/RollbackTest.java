package dev.ingot.postgres.publish;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.history.Rollback;
import dev.ingot.core.ledger.LedgerEntry;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Slices that become what they were, in a real table with a real ledger. */
@ExtendWith(TestPostgres.class)
class RollbackTest {
    @TempDir
    Path folder;

    private final ConnectionSettings settings;
    private Market market;
    private RunId first;
    private Map<String, Slice> before = Map.of();

    RollbackTest(ConnectionSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void trade() {
        market = new Market(folder, settings);
        market.lands(row(1L, "Ann", "1997"), row(2L, "Bea", "1998"), row(3L, null, "1998"), row(4L, "Dora", null));
        first = market.materializes().run().id();
        before = slices();
        market.lands(row(1L, "Ann", "1997"), row(2L, "Bo", "1998"), row(5L, "Eve", "1999"));
        assertThat(market.materializes().run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @AfterEach
    void closeShop() {
        market.close();
    }

    private Map<String, Slice> slices() {
        Map<String, Slice> slices = new TreeMap<>();
        market.ledger
                .snapshot()
                .entries(Market.SALES)
                .forEach((key, entry) -> slices.put(key.toString(), entry.slice()));
        return slices;
    }

    private Rollback rollback(Optional<String> partition) {
        return market.histories
                .request(market.asset(Market.SALES), partition.map(PartitionKey::of))
                .toVersion(0);
    }

    private List<Row> sales() {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(folder.resolve("lake/silver/market/sales").toString())
                .orderBy("customer_id")
                .collectAsList();
    }

    private List<Row> rejected() {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(folder.resolve("lake/silver/market/sales__rejected").toString())
                .orderBy("rule")
                .select("rule", "year")
                .collectAsList();
    }

    private List<String> files(String year) {
        return TestSpark.session()
                .read()
                .format("delta")
                .load(folder.resolve("lake/silver/market/sales").toString())
                .filter("year = '" + year + "'")
                .select(functions.input_file_name())
                .distinct()
                .collectAsList()
                .stream()
                .map(row -> row.getString(0))
                .toList();
    }

    @Test
    void oneSliceBecomesWhatItWasAndTheOthersKeepTheirFiles() {
        List<String> files = files("1997");

        assertThat(market.runs(rollback(Optional.of("1998"))).run().status()).isEqualTo(RunStatus.SUCCEEDED);

        assertThat(sales()).containsExactly(row(1L, "Ann", "1997"), row(2L, "Bea", "1998"), row(5L, "Eve", "1999"));
        assertThat(rejected()).containsExactly(row("has_name", "1998"));
        assertThat(files("1997")).isEqualTo(files);
        assertThat(slices()).containsEntry("1998", before.get("1998"));
        assertThat(market.runs.newest(1).get(0).origin().kind()).isEqualTo(RunKind.ROLLBACK);
        assertThat(market.histories.verify()).isEmpty();
        assertThat(market.plan().steps()).extracting(PlanStep::asset).contains(Market.CUSTOMER);
    }

    @Test
    void allOfItBecomesWhatARunHadLeft() {
        Rollback rollback = market.histories
                .request(market.asset(Market.SALES), Optional.empty())
                .toRun(first.text().toLowerCase(java.util.Locale.ROOT));

        market.runs(rollback);

        assertThat(sales()).containsExactly(row(1L, "Ann", "1997"), row(2L, "Bea", "1998"));
        assertThat(rejected()).containsExactly(row("has_name", "1998"), row("has_year", null));
        assertThat(slices()).isEqualTo(before);
        assertThat(market.histories.verify()).isEmpty();
        assertThat(rollback(Optional.empty()).plan().isEmpty()).isTrue();

        Map<PartitionKey, LedgerEntry> entries = market.ledger.snapshot().entries(Market.SALES);
        market.histories.rebuild();
        assertThat(market.ledger.snapshot().entries(Market.SALES)).isEqualTo(entries);
    }

    @Test
    void rowsRejectedInAYearThatDoesNotExistAreAccountedFor() {
        market.lands(row(1L, "Ann", "1997"), row(7L, null, "2031"), row(4L, "Dora", null));
        market.materializes();
        assertThat(slices()).containsOnlyKeys("", "1997");
        assertThat(market.histories.verify()).isEmpty();
        market.lands(row(1L, "Ann", "1997"));
        market.materializes();

        market.runs(market.histories
                .request(market.asset(Market.SALES), Optional.empty())
                .toVersion(2));

        assertThat(rejected()).containsExactly(row("has_name", "2031"), row("has_year", null));
        assertThat(market.histories.verify()).isEmpty();
    }

    @Test
    void whatDidNotExistThenIsRemoved() {
        market.runs(rollback(Optional.of("1999")));

        assertThat(sales()).containsExactly(row(1L, "Ann", "1997"), row(2L, "Bo", "1998"));
        assertThat(slices()).doesNotContainKey("1999");
    }

    @Test
    void filesThatAreGoneAreNamedAndNothingHappens() throws IOException {
        String gone = TestSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", 0)
                .load(folder.resolve("lake/silver/market/sales").toString())
                .filter("year = '1998'")
                .select(functions.input_file_name())
                .first()
                .getString(0);
        Path file = Path.of(java.net.URI.create(gone.replaceFirst("file:/+", "file:/")));
        Files.delete(file);

        assertThatThrownBy(() -> rollback(Optional.of("1998")).check())
                .isInstanceOfSatisfying(IngotException.class, e -> {
                    assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.HISTORY_GONE);
                    assertThat(e.diagnostic().text()).contains(String.valueOf(file.getFileName()));
                });
        assertThat(market.runs(rollback(Optional.of("1998"))).run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(sales()).contains(row(2L, "Bo", "1998"));
        rollback(Optional.of("1997")).check();
    }

    @Test
    void whatIsKeptInPostgresIsRefused() {
        Rollback rollback = market.histories
                .request(market.asset(Market.CUSTOMER), Optional.empty())
                .toRun(first.text());

        assertThatThrownBy(rollback::check).hasMessageContaining("cannot be rolled back");
    }

    @Test
    void runsAndVersionsThatNeverWereAreRefused() {
        var request = market.histories.request(market.asset(Market.SALES), Optional.empty());

        assertThatThrownBy(() -> request.toVersion(7)).hasMessageContaining("it has those from 0 to 1");
        assertThatThrownBy(() -> request.toRun("01ZZZ")).hasMessageContaining(first.text() + " (version 0)");
        assertThatThrownBy(() -> rollback(Optional.of("1812"))).hasMessageContaining("has no partition 1812");
    }
}
