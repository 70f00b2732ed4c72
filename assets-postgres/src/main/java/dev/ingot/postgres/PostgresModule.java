package dev.ingot.postgres;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerRebuild;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.upkeep.Upkeep;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.SchemaMigrations;
import dev.ingot.postgres.database.Warehouse;
import dev.ingot.postgres.publish.LakeInputs;
import dev.ingot.postgres.publish.PostgresExecutor;
import dev.ingot.postgres.publish.PostgresHistory;
import dev.ingot.postgres.publish.PostgresUpkeep;
import dev.ingot.postgres.store.PostgresDynamicPartitions;
import dev.ingot.postgres.store.PostgresLedger;
import dev.ingot.postgres.store.PostgresRunStore;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import java.util.Set;

/**
 * Contributes the run store, the ledger, the dynamic partitions and the publishing of tables.
 *
 * <p>Nothing connects, and no server starts, before the first use. Whoever made the injector closes the {@link Database} that
 * it made. Modules with tables of their own add to the set of {@link SchemaMigrations}.
 */
public final class PostgresModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        PostgresSettings.ALL.forEach(setting -> settings.addBinding().toInstance(setting));
        Multibinder.newSetBinder(binder(), SchemaMigrations.class);
        Multibinder.newSetBinder(binder(), AssetExecutor.class).addBinding().to(PostgresExecutor.class);
        Multibinder.newSetBinder(binder(), AssetHistory.class).addBinding().to(PostgresHistory.class);
        Multibinder.newSetBinder(binder(), Upkeep.class).addBinding().to(PostgresUpkeep.class);
    }

    @ProvidesIntoSet
    static HealthCheck health(Database database) {
        return new PostgresHealth(database);
    }

    @Provides
    @Singleton
    static Database database(Settings settings) {
        return new Database(() -> PostgresSettings.server(settings));
    }

    @Provides
    @Singleton
    static Warehouse warehouse(Database database, Set<SchemaMigrations> migrations) {
        return new Warehouse(database, migrations);
    }

    @Provides
    @Singleton
    static PostgresExecutor executor(
            Warehouse warehouse, PostgresLedger ledger, SparkRuntime spark, DeltaTables tables, LandedFiles landed) {
        return new PostgresExecutor(warehouse, ledger, spark, new LakeInputs(tables, landed));
    }

    @Provides
    @Singleton
    static RunStore runs(Database database, Settings settings) {
        return new PostgresRunStore(database, settings.get(PostgresSettings.LEASE_TTL));
    }

    @Provides
    @Singleton
    static DynamicPartitions partitions(Database database) {
        return new PostgresDynamicPartitions(database);
    }

    @Provides
    @Singleton
    static PostgresLedger postgresLedger(Database database) {
        return new PostgresLedger(database);
    }

    @Provides
    @Singleton
    static Ledger ledger(PostgresLedger ledger) {
        return ledger;
    }

    @Provides
    @Singleton
    static LedgerRebuild rebuild(PostgresLedger ledger) {
        return ledger;
    }

    @Provides
    @Singleton
    static PostgresHistory history(Database database, PostgresLedger ledger) {
        return new PostgresHistory(database, ledger);
    }

    @Provides
    @Singleton
    static PostgresUpkeep upkeep(Database database) {
        return new PostgresUpkeep(database);
    }
}
