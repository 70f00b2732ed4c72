package dev.ingot.spark;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.OptionalBinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.upkeep.Upkeep;
import dev.ingot.spark.health.SparkHealth;
import dev.ingot.spark.health.SparkPorts;
import dev.ingot.spark.history.DeltaHistory;
import dev.ingot.spark.history.DeltaUpkeep;
import dev.ingot.spark.lake.LakeStore;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.step.DeltaExecutor;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import java.time.Clock;
import java.util.Optional;

/**
 * Lets the engine materialize Delta assets. Wants a {@link Settings} and a {@link LandingZone} from elsewhere, and the
 * {@link MountedStore} of that zone unless it is a folder; whoever made the injector closes the {@link SparkRuntime} that it made.
 */
public final class SparkModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), AssetExecutor.class).addBinding().to(DeltaExecutor.class);
        Multibinder.newSetBinder(binder(), AssetHistory.class).addBinding().to(DeltaHistory.class);
        Multibinder.newSetBinder(binder(), Upkeep.class).addBinding().to(DeltaUpkeep.class);
        OptionalBinder.newOptionalBinder(binder(), MountedStore.class);
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        SparkSettings.all().forEach(setting -> settings.addBinding().toInstance(setting));
    }

    @ProvidesIntoSet
    HealthCheck health(Settings settings) {
        return new SparkHealth(settings);
    }

    @ProvidesIntoSet
    HealthCheck ports(Settings settings) {
        return new SparkPorts(settings);
    }

    @Provides
    @Singleton
    LakeStore lake(Settings settings, Optional<MountedStore> store) {
        MountedStore mounted = store.orElseGet(() -> MountedStore.ofDisk(ProjectSettings.landingRoot(settings)));
        boolean onDisk = mounted.isDisk() || !settings.get(SparkSettings.LAKE).isEmpty();
        return LakeStore.of(
                mounted, onDisk ? Optional.of(SparkSettings.lake(settings)) : Optional.empty(), Clock.systemUTC());
    }

    @Provides
    @Singleton
    SparkRuntime runtime(Settings settings, LakeStore lake) {
        return new SparkRuntime(settings, lake);
    }

    @Provides
    @Singleton
    DeltaTables tables(LakeStore lake) {
        return new DeltaTables(lake.lake());
    }

    @Provides
    @Singleton
    LandedFiles landed(LandingZone zone, LakeStore lake) {
        return new LandedFiles(zone, lake.mounted().root());
    }

    @Provides
    @Singleton
    DeltaExecutor executor(SparkRuntime spark, DeltaTables tables, LandedFiles landed) {
        return new DeltaExecutor(spark, tables, landed);
    }

    @Provides
    @Singleton
    DeltaHistory history(SparkRuntime spark, DeltaTables tables) {
        return new DeltaHistory(spark, tables);
    }

    @Provides
    @Singleton
    DeltaUpkeep upkeep(SparkRuntime spark, DeltaTables tables) {
        return new DeltaUpkeep(spark, tables);
    }
}
