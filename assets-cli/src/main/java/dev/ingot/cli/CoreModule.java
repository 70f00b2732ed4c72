package dev.ingot.cli;

import com.google.inject.AbstractModule;
import com.google.inject.Inject;
import com.google.inject.Provider;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.matcher.Matchers;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.ingot.cli.health.MachineChecks;
import dev.ingot.cli.health.SecretsCheck;
import dev.ingot.cli.health.StoreCheck;
import dev.ingot.cli.settings.LayeredSettings;
import dev.ingot.cli.settings.PoolSettings;
import dev.ingot.cli.settings.ProjectFolders;
import dev.ingot.cli.settings.SettingSources;
import dev.ingot.cli.settings.secret.EnvironmentSecrets;
import dev.ingot.cli.settings.secret.FileSecrets;
import dev.ingot.cli.settings.secret.KeyVaultSecrets;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.config.AccessTokens;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.SecretSource;
import dev.ingot.core.config.Secrets;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.history.Histories;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerRebuild;
import dev.ingot.core.log.RunLogs;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.BytecodeVersions;
import dev.ingot.core.staleness.CodeVersions;
import dev.ingot.core.staleness.SourceVersions;
import dev.ingot.core.staleness.StateSources;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.upkeep.Maintenance;
import dev.ingot.core.upkeep.Upkeep;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The framework itself. Other modules add to its sets of assets, executors and settings, and bind a run store and a ledger.
 * Nothing is made before a command asks for it.
 */
final class CoreModule extends AbstractModule {
    private final Console console;
    private final SettingSources sources;
    private final Resources resources;
    private final Interruption interruption;

    CoreModule(Console console, SettingSources sources, Resources resources, Interruption interruption) {
        this.console = console;
        this.sources = sources;
        this.resources = resources;
        this.interruption = interruption;
    }

    @Override
    protected void configure() {
        bindListener(Matchers.any(), resources);
        bind(Console.class).toInstance(console);
        bind(Resources.class).toInstance(resources);
        bind(Interruption.class).toInstance(interruption);
        bind(Cancellation.class).toInstance(interruption.cancellation());
        bind(ProjectFolders.class).toInstance(sources.folders());
        bind(SettingSources.class).toInstance(sources);
        Multibinder<SecretSource> places = Multibinder.newSetBinder(binder(), SecretSource.class);
        places.addBinding().toInstance(new EnvironmentSecrets(sources.environment()));
        places.addBinding().toInstance(new FileSecrets(sources.folders().project()));
        bind(Settings.class).to(LayeredSettings.class);
        bind(CodeVersions.class).to(BytecodeVersions.class);
        bind(BytecodeVersions.class).toInstance(new BytecodeVersions());
        OptionalBinder.newOptionalBinder(binder(), ObjectStore.class)
                .setDefault()
                .toProvider(LocalStore.class)
                .in(Singleton.class);
        Multibinder.newSetBinder(binder(), Asset.class);
        Multibinder.newSetBinder(binder(), AssetExecutor.class);
        Multibinder.newSetBinder(binder(), AssetHistory.class);
        Multibinder.newSetBinder(binder(), Upkeep.class);
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        settings.addBinding().toInstance(ProjectSettings.LANDING_DIR);
        settings.addBinding().toInstance(ProjectSettings.PROJECT_NAME);
        settings.addBinding().toInstance(ProjectSettings.RUN_PARALLELISM);
        settings.addBinding().toInstance(ProjectSettings.MAINTAIN_RETENTION);
        settings.addBinding().toInstance(ProjectSettings.KEY_VAULT_URL);
        settings.addBinding().toInstance(ProjectSettings.LOG_RUNS);
        OptionalBinder.newOptionalBinder(binder(), AccessTokens.class);
        OptionalBinder.newOptionalBinder(binder(), MountedStore.class);
        Multibinder<HealthCheck> checks = Multibinder.newSetBinder(binder(), HealthCheck.class);
        MachineChecks.of(sources.folders().state())
                .forEach(check -> checks.addBinding().toInstance(check));
        checks.addBinding().to(SecretsCheck.class);
        checks.addBinding().to(StoreCheck.class);
        settings.addBinding().toInstance(ProjectSettings.PLAN_BATCH_BYTES);
    }

    @Provides
    @Singleton
    Secrets secrets(Provider<Set<SecretSource>> places) {
        return new Secrets(places::get);
    }

    @ProvidesIntoSet
    SecretSource keyVault(Provider<Settings> settings, Optional<AccessTokens> identity) {
        return new KeyVaultSecrets(() -> settings.get().get(ProjectSettings.KEY_VAULT_URL), identity);
    }

    @Provides
    @Singleton
    LayeredSettings settings(Set<Setting<?>> known, Secrets secrets) {
        return LayeredSettings.resolve(sources, known, secrets);
    }

    @Provides
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Provides
    @Singleton
    RunLogs runLogs(Settings settings) {
        return new RunLogs(settings.state().toAbsolutePath().resolve("logs"));
    }

    @Provides
    @Singleton
    AssetGraph graph(Set<Asset> assets) {
        return AssetGraph.of(assets);
    }

    /** The store where no module knows another. */
    private static final class LocalStore implements Provider<ObjectStore> {
        private final Settings settings;

        @Inject
        LocalStore(Settings settings) {
            this.settings = settings;
        }

        @Override
        public ObjectStore get() {
            return new LocalObjectStore(ProjectSettings.landingRoot(settings));
        }
    }

    @Provides
    @Singleton
    LandingZone landingZone(ObjectStore store, Clock clock) {
        return new LandingZone(store, clock);
    }

    @Provides
    @Singleton
    SourceVersions sourceVersions(LandingZone landing) {
        return new LandedSources(landing);
    }

    @Provides
    @Singleton
    Supplier<PartitionFacts> partitionFacts(AssetGraph graph, Provider<DynamicPartitions> dynamic, Clock clock) {
        return () -> new PartitionFacts(
                clock.instant(), isKeptByHand(graph) ? dynamic.get().all() : Map.of());
    }

    /** Whether an asset's partitions are in the database; without one it need not be started to tell which there are. */
    private static boolean isKeptByHand(AssetGraph graph) {
        return graph.keys().stream()
                .flatMap(key -> graph.spec(key).partitioning().dimensions().stream())
                .anyMatch(Partitioning.Dynamic.class::isInstance);
    }

    @Provides
    @Singleton
    StateSources stateSources(
            Ledger ledger, RunStore runs, SourceVersions sources, CodeVersions code, Supplier<PartitionFacts> facts) {
        // Whoever has this made is about to read the state, and has more to make before.
        runs.getReady();
        return new StateSources(ledger, runs, sources, code, facts);
    }

    @Provides
    @Singleton
    Engine engine(
            Set<AssetExecutor> executors, StateSources state, Clock clock, Set<Setting<?>> known, Settings settings) {
        return new Engine(List.copyOf(executors), state, clock).within(PoolSettings.read(known, settings));
    }

    @Provides
    @Singleton
    Histories histories(
            AssetGraph graph, Set<AssetHistory> kinds, Ledger ledger, LedgerRebuild rebuild, RunStore runs) {
        return new Histories(graph, kinds, ledger, rebuild, runs);
    }

    @Provides
    @Singleton
    Maintenance maintenance(AssetGraph graph, Set<Upkeep> kinds, Engine engine, RunStore runs, Clock clock) {
        return new Maintenance(graph, kinds, engine, runs, clock);
    }
}
