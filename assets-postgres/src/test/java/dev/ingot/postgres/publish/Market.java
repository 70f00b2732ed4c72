package dev.ingot.postgres.publish;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.history.Histories;
import dev.ingot.core.history.Rollback;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.staleness.StateSources;
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
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.history.DeltaHistory;
import dev.ingot.spark.step.DeltaExecutor;
import dev.ingot.spark.step.PinnedInputs;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A project that keeps two assets as Delta tables and one in PostgreSQL, run by the engine as the command line would. */
final class Market implements AutoCloseable {
    static final AssetKey SALES = AssetKey.parse("silver/market/sales");
    static final AssetKey CUSTOMER = AssetKey.parse("warehouse/market/customer");

    private static final AssetKey RECEIPTS = AssetKey.parse("bronze/market/receipts");
    private static final String COLUMNS = "customer_id bigint, name string, year string";

    final Database database;
    final PostgresLedger ledger;
    final PostgresRunStore runs;
    final Histories histories;
    final DeltaTables tables;

    private final MutableClock clock = MutableClock.create();
    final Engine engine;
    final AssetGraph graph = AssetGraph.of(List.of(receipts(), sales(), customers()));
    private List<Row> receipts = List.of();
    private String landed = "v0";

    Market(Path folder, ConnectionSettings settings) {
        database = new Database(() -> PostgresServer.external(settings));
        ledger = new PostgresLedger(database);
        runs = new PostgresRunStore(database);
        tables = new DeltaTables(folder.resolve("lake"));
        LandedFiles landedFiles =
                new LandedFiles(new LandingZone(new MemoryObjectStore(clock), clock), "file:" + folder.resolve("zone"));
        Warehouse warehouse = new Warehouse(database, List.of(new SchemaMigrations("shop", "db/shop")));
        engine = new Engine(
                List.of(
                        new DeltaExecutor(TestSpark.runtime(), tables, landedFiles),
                        new PostgresExecutor(
                                warehouse,
                                ledger,
                                TestSpark.runtime(),
                                (step, session) -> new PinnedInputs(step, session, tables, landedFiles))),
                sources(),
                clock);
        histories = new Histories(
                graph,
                Set.of(new DeltaHistory(TestSpark.runtime(), tables), new PostgresHistory(database, ledger)),
                ledger,
                ledger,
                runs);
    }

    private record Table(AssetSpec spec, Function<AssetInputs, Dataset<Row>> rows) implements DeltaAsset {
        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return rows.apply(inputs);
        }
    }

    private Asset receipts() {
        AssetSpec spec = AssetSpec.of(RECEIPTS, "What was paid.")
                .source("market/receipts")
                .build();
        return new Table(spec, inputs -> TestSpark.rows(COLUMNS, receipts.toArray(Row[]::new)));
    }

    private static Asset sales() {
        AssetSpec spec = AssetSpec.of(SALES, "What was sold, by year.")
                .reads(RECEIPTS)
                .partitioned(Partitioning.presentInSource("year"))
                .expects(
                        Expectation.quarantine("has_year", "year is not null"),
                        Expectation.quarantine("has_name", "name is not null"))
                .build();
        return new Table(spec, inputs -> inputs.read(RECEIPTS));
    }

    private static Asset customers() {
        AssetSpec spec = AssetSpec.of(CUSTOMER, "Who bought.").reads(SALES).build();
        return new PostgresTable() {
            @Override
            public AssetSpec spec() {
                return spec;
            }

            @Override
            public Dataset<Row> compute(AssetInputs inputs) {
                return inputs.read(SALES).select("customer_id", "name").distinct();
            }

            @Override
            public String table() {
                return "shop.customer";
            }

            @Override
            public String publish() {
                return "customer.sql";
            }
        };
    }

    private StateSources sources() {
        return new StateSources(
                ledger, runs, source -> Optional.of(landed), asset -> "1", () -> PartitionFacts.at(clock.instant()));
    }

    /** Lands these receipts in place of those before. */
    Market lands(Row... rows) {
        receipts = List.of(rows);
        landed = "v" + List.of(rows).hashCode();
        return this;
    }

    Plan plan() {
        return new Planner(graph, sources().read()).plan(PlanRequest.everything());
    }

    RunReport materializes() {
        clock.advance(Duration.ofMinutes(1));
        RunOrigin origin = RunOrigin.of(RunKind.MATERIALIZE, "materialize", "ann@host:1");
        return engine.run(new Engine.Request(graph, plan(), "", origin, 2), new RunListener() {}, new Cancellation());
    }

    Asset asset(AssetKey key) {
        return graph.asset(key);
    }

    RunReport runs(Rollback rollback) {
        clock.advance(Duration.ofMinutes(1));
        RunOrigin origin = RunOrigin.of(RunKind.ROLLBACK, "rollback", "ann@host:1");
        Engine.Request request = new Engine.Request(graph, rollback.plan(), "", origin, 2);
        return rollback.on(engine).run(request, new RunListener() {}, new Cancellation());
    }

    List<String> tableNames(String schema) {
        return database.query(handle -> handle.select("SELECT tablename FROM pg_tables WHERE schemaname = ?", schema)
                .mapTo(String.class)
                .list());
    }

    void execute(String sql) {
        database.query(handle -> handle.execute(sql));
    }

    @Override
    public void close() {
        database.close();
    }
}
