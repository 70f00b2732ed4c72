package dev.ingot.postgres.publish;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.StepScope;
import dev.ingot.postgres.TestPostgres;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Connections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tasks of Spark that go on when nobody waits for them any more: what they still copy is nowhere published. */
@ExtendWith(TestPostgres.class)
class StrayTaskTest {
    private static final StepScope WHOLE = StepScope.of(PartitionSet.whole());
    private static final Row ANN = row(1L, "Ann");

    private final ConnectionSettings settings;
    private Shop shop;

    StrayTaskTest(ConnectionSettings settings) {
        this.settings = settings;
    }

    @BeforeEach
    void open() {
        shop = new Shop(settings);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    /** Another row for the staging table that there is, as the task of a former attempt would copy one. */
    private static void stray(Connection connection, String staging) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO ingot_staging.\"" + staging + "\" VALUES (2, 'Stray')");
        }
    }

    /** What a step does when it comes to a place. */
    private interface Deed {
        void at(String doing) throws Exception;
    }

    private static StepSignals signals(Deed deed) {
        return new StepSignals() {
            @Override
            public void progress(String doing) {
                try {
                    deed.at(doing);
                } catch (Exception failure) {
                    throw new IllegalStateException(failure);
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void onCancel(Runnable action) {}
        };
    }

    private List<String> customers() {
        return shop.query("SELECT name FROM shop.customer ORDER BY 1");
    }

    @Test
    void whatATaskOfAFormerAttemptCopiesIsNotTheNextOnes() throws Exception {
        StepId step = shop.nextStep();
        String[] former = {""};
        assertThatThrownBy(() -> shop.load(Shop.customers("customer.sql", ANN), WHOLE, step, signals(doing -> {
                    if (doing.equals("publishing")) {
                        former[0] = shop.stagingTables().get(0);
                        throw new IllegalStateException("given up");
                    }
                })))
                .hasStackTraceContaining("given up");
        shop.load(Shop.customers("customer.sql", ANN), WHOLE, step, signals(doing -> {
            if (doing.equals("publishing")) {
                try (Connection connection = Connections.forWork(settings, "stray")) {
                    assertThatThrownBy(() -> stray(connection, former[0])).hasMessageContaining("does not exist");
                }
            }
        }));
        assertThat(customers()).containsExactly("Ann");
        assertThat(shop.stagingTables()).isEmpty();
    }

    @Test
    void whatArrivesAfterTheLastTaskHasEndedIsNoticedAndTriedAgain() throws Exception {
        try (Connection connection = Connections.forWork(settings, "stray")) {
            assertThatThrownBy(() ->
                            shop.load(Shop.customers("customer.sql", ANN), WHOLE, shop.nextStep(), signals(doing -> {
                                if (doing.equals("publishing")) {
                                    stray(connection, shop.stagingTables().get(0));
                                }
                            })))
                    .hasMessageContaining("1 rows were copied, 2 have arrived")
                    .satisfies(
                            failure -> assertThat(shop.executor.kind(failure)).isEqualTo(FailureKind.TRANSIENT));
        }
        assertThat(customers()).isEmpty();
    }

    @Test
    void whoeverPublishesNextDropsWhatAGivenUpAttemptLeft() throws Exception {
        Lease given = shop.lease(Shop.CUSTOMER, WHOLE, shop.nextStep());
        shop.begins(given.step().run());
        String left = "ingot_staging.\"" + given.step() + "." + given.token() + "\"";
        shop.execute("CREATE UNLOGGED TABLE " + left + " (x int)");
        shop.load(
                Shop.purchases(dev.ingot.core.partition.Partitioning.presentInSource("year")),
                StepScope.of(PartitionSet.of("1996")));
        assertThat(shop.stagingTables()).as("it may be at it").hasSize(1);

        shop.leases().abandon(given);
        shop.load(Shop.customers("customer.sql", ANN), WHOLE);
        assertThat(shop.stagingTables()).isEmpty();
    }

    @Test
    void whoeverLostItsStagingTableWithItsLeaseIsToldSo() {
        StepId step = shop.nextStep();
        assertThatThrownBy(() -> shop.load(Shop.customers("customer.sql", ANN), WHOLE, step, signals(doing -> {
                    if (doing.equals("publishing")) {
                        shop.execute("UPDATE ingot.lease SET expires_at = '-infinity'");
                        shop.load(Shop.customers("customer.sql", ANN), WHOLE);
                    }
                })))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.LEASE_LOST));
    }
}
