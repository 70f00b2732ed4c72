package dev.ingot.postgres.publish;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepInputs;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.StepScope;
import dev.ingot.core.run.Failures;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.ProjectState;
import dev.ingot.core.staleness.Staleness;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.MemoryObjectStore;
import dev.ingot.postgres.database.ConnectionSettings;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.PostgresServer;
import dev.ingot.postgres.database.SchemaMigrations;
import dev.ingot.postgres.database.Warehouse;
import dev.ingot.postgres.store.PostgresLedger;
import dev.ingot.postgres.store.PostgresRunStore;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.step.PinnedInputs;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A warehouse of two tables, and the steps that load them. */
final class Shop implements AutoCloseable {
    static final AssetKey CUSTOMER = AssetKey.parse("warehouse/shop/customer");
    static final AssetKey PURCHASE = AssetKey.parse("warehouse/shop/purchase");

    final Database database;
    final PostgresLedger ledger;
    final PostgresExecutor executor;
    private final MutableClock clock = MutableClock.create();
    private final List<RunStore.RunSession> sessions = new ArrayList<>();

    Shop(ConnectionSettings settings) {
        database = new Database(() -> PostgresServer.external(settings));
        ledger = new PostgresLedger(database);
        Warehouse warehouse = new Warehouse(database, List.of(new SchemaMigrations("shop", "db/shop")));
        DeltaTables tables = new DeltaTables(Path.of("no lake"));
        LandedFiles landed = new LandedFiles(new LandingZone(new MemoryObjectStore(clock), clock), "no zone");
        executor = new PostgresExecutor(
                warehouse,
                ledger,
                TestSpark.runtime(),
                (step, session) -> new PinnedInputs(step, session, tables, landed));
    }

    record Table(AssetSpec spec, String table, String publish, Supplier<Dataset<Row>> rows) implements PostgresTable {
        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return rows.get();
        }

        Table expecting(Expectation rule) {
            AssetSpec more = AssetSpec.of(spec.key(), spec.description())
                    .partitioned(spec.partitioning())
                    .expects(rule)
                    .build();
            return new Table(more, table, publish, rows);
        }
    }

    static Table customers(String publish, Row... rows) {
        AssetSpec spec = AssetSpec.of(CUSTOMER, "Who buys.").build();
        return new Table(spec, "shop.customer", publish, () -> TestSpark.rows("customer_id bigint, name string", rows));
    }

    static Table purchases(Partitioning partitioning, Row... rows) {
        AssetSpec spec = AssetSpec.of(PURCHASE, "What was bought.")
                .partitioned(partitioning)
                .build();
        return new Table(
                spec,
                "shop.purchase",
                "purchase.sql",
                () -> TestSpark.rows("year int, customer_id bigint, amount decimal(6,2)", rows));
    }

    StepId nextStep() {
        clock.advance(Duration.ofMinutes(1));
        return new StepId(RunId.create(clock), 1);
    }

    StepResult load(Asset asset, StepScope scope) throws Exception {
        return load(asset, scope, nextStep());
    }

    StepResult load(Asset asset, StepScope scope, StepId step) throws Exception {
        return load(asset, scope, step, StepSignals.none());
    }

    StepResult load(Asset asset, StepScope scope, StepId step, StepSignals signals) throws Exception {
        LedgerSnapshot snapshot = ledger.snapshot();
        Staleness staleness = new Staleness(
                AssetGraph.of(List.of(asset)),
                new ProjectState(
                        snapshot,
                        Failures.none(),
                        source -> Optional.of("v1"),
                        any -> "code1",
                        PartitionFacts.at(clock.instant())));
        StepInputs inputs = new StepInputs(asset.key(), "code1", clock.instant(), snapshot, staleness);
        return executor.execute(new StepContext(asset, lease(asset.key(), scope, step), scope, inputs, signals));
    }

    Lease lease(AssetKey asset, StepScope scope, StepId step) {
        PartitionSet slices = scope.discover() ? PartitionSet.whole() : scope.partitions();
        return ((Grant.Granted) leases().acquire(LeaseRequest.of(step, asset, slices))).lease();
    }

    LeaseStore leases() {
        return new PostgresRunStore(database).leases();
    }

    /** From now on the run lives, until the shop is closed. */
    void begins(RunId run) {
        sessions.add(new PostgresRunStore(database)
                .begin(Run.begun(run, "materialize", "ann@host:1", clock.instant()), List.of()));
    }

    void execute(String sql) {
        database.query(handle -> handle.execute(sql));
    }

    List<String> query(String sql) {
        return database.query(
                handle -> handle.createQuery(sql).mapTo(String.class).list());
    }

    List<String> stagingTables() {
        return query("SELECT tablename FROM pg_tables WHERE schemaname = 'ingot_staging'");
    }

    @Override
    public void close() {
        sessions.forEach(RunStore.RunSession::close);
        database.close();
    }
}
