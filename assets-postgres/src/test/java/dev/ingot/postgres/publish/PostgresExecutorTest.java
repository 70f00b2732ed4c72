package dev.ingot.postgres.publish;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.Expectation;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.StepScope;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestPostgres.class)
class PostgresExecutorTest {
    private static final StepScope WHOLE = StepScope.of(PartitionSet.whole());
    private static final Row ANN = row(1L, "Ann");
    private static final Row BOB = row(2L, "Bob");
    private static final Partitioning YEARS = Partitioning.presentInSource("year");

    private Shop shop;

    @BeforeEach
    void open(ConnectionSettings settings) {
        shop = new Shop(settings);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void publishesRowsAndRecordsThemAtOnce() throws Exception {
        Materialization done = load(ANN, BOB);
        assertThat(customers()).containsExactly("1 1 Ann", "2 2 Bob");
        assertThat(done.rows()).isEqualTo(2);
        assertThat(done.took()).isPositive();
        assertThat(done.bytes())
                .as("two columns, a bigint and a name of three letters, with lengths")
                .isEqualTo(2 * (2 + 12 + 7));
        assertThat(shop.ledger.find(done.step())).contains(done);
        assertThat(shop.ledger.snapshot().tableVersion(Shop.CUSTOMER)).hasValue(done.tableVersion());
        assertThat(shop.stagingTables()).isEmpty();

        Materialization again = load(BOB, row(1L, "Anne"));
        assertThat(customers()).as("keys stay").containsExactly("1 1 Anne", "2 2 Bob");
        assertThat(again.tableVersion()).isGreaterThan(done.tableVersion());
    }

    @Test
    void givesEqualContentEqualVersionsInWhateverOrder() throws Exception {
        String first = version(load(ANN, BOB));
        assertThat(version(load(BOB, ANN))).isEqualTo(first);
        assertThat(version(load(ANN, row(2L, "Bop")))).isNotEqualTo(first);
    }

    @Test
    void doesNothingForStepThatIsDone() throws Exception {
        StepId step = shop.nextStep();
        Materialization done =
                shop.load(Shop.customers("customer.sql", ANN), WHOLE, step).materialization();
        assertThat(shop.load(Shop.customers("customer.sql", BOB), WHOLE, step).materialization())
                .isEqualTo(done);
        assertThat(customers()).containsExactly("1 1 Ann");
        assertThat(shop.executor.committed(Shop.customers("customer.sql"), step))
                .contains(done);
    }

    @Test
    void replacesItsSlicesAndNoOthers() throws Exception {
        load(ANN, BOB);
        Row[] all = {bought(1996, 1, "1.50"), bought(1996, 2, "2.00"), bought(1997, 1, "3.00")};
        Materialization discovered = shop.load(
                        Shop.purchases(YEARS, all), StepScope.discovering(PartitionSet.of("1890")))
                .materialization();
        assertThat(discovered.slices())
                .extracting(Slice::partition)
                .containsExactly(PartitionKey.of("1996"), PartitionKey.of("1997"), PartitionKey.whole());
        assertThat(discovered.rows()).isEqualTo(3);
        assertThat(discovered.removed()).isEqualTo(PartitionSet.of("1890"));

        Row[] changed = {bought(1996, 1, "9.00"), bought(1997, 2, "8.00")};
        shop.load(Shop.purchases(YEARS, changed), StepScope.of(PartitionSet.of("1996")));
        assertThat(purchases()).containsExactly("1996 1 9.00", "1997 1 3.00");

        shop.load(Shop.purchases(YEARS), StepScope.of(PartitionSet.of("1997")));
        assertThat(purchases()).containsExactly("1996 1 9.00");
        assertThat(shop.ledger.snapshot().partitions(Shop.PURCHASE, true)).isEqualTo(PartitionSet.of("1996"));
    }

    @Test
    void keepsStatedSlicesThatAreEmpty() throws Exception {
        Partitioning stated = Partitioning.yearly("year", 1996, 1997);
        load(ANN);
        Materialization done = shop.load(
                        Shop.purchases(stated, bought(1996, 1, "1.00")), StepScope.of(PartitionSet.of("1996", "1997")))
                .materialization();
        assertThat(done.slices()).extracting(Slice::rows).containsExactly(1L, 0L);
        assertThat(done.removed()).isEqualTo(PartitionSet.empty());
    }

    @Test
    void failsLoudlyForRowThatBreaksKeyAndLeavesEverythingAsItWas() throws Exception {
        load(ANN);
        shop.load(Shop.purchases(YEARS, bought(1996, 1, "1.00")), StepScope.discovering(PartitionSet.empty()));
        Row stranger = bought(1996, 77, "2.00");
        assertThatThrownBy(() -> shop.load(Shop.purchases(YEARS, stranger), StepScope.of(PartitionSet.of("1996"))))
                .hasMessageContaining("table shop.purchase, column customer_key")
                .hasMessageContaining("violates not-null constraint")
                .hasMessageContaining("Failing row contains (1996, null, 2.00)")
                .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.LOAD_FAILED));
        assertThatThrownBy(() -> shop.load(
                        Shop.purchases(YEARS, bought(1996, 1, "-2.00")), StepScope.of(PartitionSet.of("1996"))))
                .hasMessageContaining("constraint purchase_amount_check");
        assertThat(purchases()).containsExactly("1996 1 1.00");
        assertThat(shop.ledger.history(Shop.PURCHASE, 10)).hasSize(1);
        assertThat(shop.stagingTables()).isEmpty();
    }

    @Test
    void failsLoudlyForRowThatCannotBeCopied() {
        Row zero = row(1L, "a\0b");
        assertThatThrownBy(() -> load(zero))
                .hasMessageContaining("refused the rows of warehouse/shop/customer")
                .hasMessageContaining("invalid byte sequence")
                .hasMessageContaining("column name")
                .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.LOAD_FAILED));
        assertThat(shop.stagingTables()).isEmpty();
    }

    @Test
    void changesNothingWhenTheConnectionIsLostWhilePublishing() throws Exception {
        load(ANN);
        assertThatThrownBy(() -> shop.load(Shop.customers("suicide.sql", BOB), WHOLE))
                .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.UNREACHABLE_DATABASE));
        assertThat(customers()).containsExactly("1 1 Ann");
        assertThat(shop.stagingTables()).as("nobody was left to drop it").hasSize(1);
        load(ANN, BOB);
        assertThat(shop.stagingTables()).as("the next run does").isEmpty();
    }

    @Test
    void rowsThatBreakARuleAreKeptFromBeingPublishedAndCanBeLookedAt() throws Exception {
        load(ANN);
        Expectation named = Expectation.quarantine("has_name", "name is not null");
        Shop.Table quarantined =
                Shop.customers("customer.sql", BOB, row(3L, null)).expecting(named);
        Expectation known = Expectation.fail("known", "customer_id < 9");
        Shop.Table failing = Shop.customers("customer.sql", row(9L, "Nia")).expecting(known);

        assertThatThrownBy(() -> shop.load(quarantined, WHOLE))
                .hasMessageContaining("1 rows of " + Shop.CUSTOMER + " break a rule")
                .hasMessageContaining("ingot show " + Shop.CUSTOMER + " --staged 01")
                .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.EXPECTATION_FAILED));
        assertThat(staged(quarantined).rows()).containsExactlyInAnyOrder(List.of(2L, "Bob"), Arrays.asList(3L, null));
        assertThatThrownBy(() -> shop.load(failing, WHOLE)).hasMessageContaining("break the rule known");
        assertThat(staged(failing).rows()).containsExactly(List.of(9L, "Nia"));

        assertThat(customers()).containsExactly("1 1 Ann");
        assertThat(shop.stagingTables()).isEmpty();
        Expectation rare = Expectation.warn("rare", "customer_id < 2");
        assertThat(shop.load(Shop.customers("customer.sql", ANN, BOB).expecting(rare), WHOLE)
                        .checks())
                .containsExactly(CheckResult.warned("rare", "1 of 2 rows do not hold to it"));
        assertThat(staged(failing).rows()).as("still there").hasSize(1);
        assertThatThrownBy(() -> staged(Shop.purchases(YEARS))).hasMessageContaining("no check of it has blocked any");
    }

    private RowSample staged(Shop.Table table) {
        return shop.executor.sample(new SampleRequest(table, Optional.empty(), 5, false, Optional.of("last")));
    }

    @Test
    void showsRows() throws Exception {
        load(ANN, BOB);
        shop.load(
                Shop.purchases(YEARS, bought(1996, 1, "1.00"), bought(1997, 1, "2.00")),
                StepScope.discovering(PartitionSet.empty()));
        RowSample sample = shop.executor.sample(
                new SampleRequest(Shop.purchases(YEARS), Optional.of(PartitionKey.of("1997")), 5, false));
        assertThat(sample.columns()).containsExactly("year", "customer_key", "amount");
        assertThat(sample.rows()).isEqualTo(List.of(List.of("1997", 1, new BigDecimal("2.00"))));
        assertThat(shop.executor
                        .sample(new SampleRequest(Shop.customers("customer.sql"), Optional.empty(), 1, false))
                        .rows())
                .hasSize(1);
    }

    private Materialization load(Row... customers) throws Exception {
        return shop.load(Shop.customers("customer.sql", customers), WHOLE).materialization();
    }

    private static Row bought(int year, long customer, String amount) {
        return row(year, customer, new BigDecimal(amount));
    }

    private List<String> customers() {
        return shop.query("SELECT concat_ws(' ', customer_key, customer_id, name) FROM shop.customer ORDER BY 1");
    }

    private List<String> purchases() {
        return shop.query("SELECT concat_ws(' ', year, customer_key, amount) FROM shop.purchase ORDER BY 1");
    }

    private static String version(Materialization done) {
        return done.slices().get(0).dataVersion();
    }

    private static ErrorCode code(Throwable failure) {
        return ((IngotException) failure).diagnostic().code();
    }
}
