package dev.ingot.spark;

import com.google.inject.AbstractModule;
import com.google.inject.Provides;
import com.google.inject.Singleton;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import com.google.inject.multibindings.ProvidesIntoSet;
import dev.ingot.core.config.ProjectSettings;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.AssetExecutor;
import dev.ingot.core.health.HealthCheck;
import dev.ingot.core.history.AssetHistory;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.upkeep.Upkeep;
import dev.ingot.spark.history.DeltaHistory;
import dev.ingot.spark.history.DeltaUpkeep;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.step.DeltaExecutor;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;

/**
 * Lets the engine materialize Delta assets. Wants a {@link Settings} and a {@link LandingZone} from elsewhere; whoever made
 * the injector closes the {@link SparkRuntime} that it made.
 */
public final class SparkModule extends AbstractModule {
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), AssetExecutor.class).addBinding().to(DeltaExecutor.class);
        Multibinder.newSetBinder(binder(), AssetHistory.class).addBinding().to(DeltaHistory.class);
        Multibinder.newSetBinder(binder(), Upkeep.class).addBinding().to(DeltaUpkeep.class);
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        SparkSettings.all().forEach(setting -> settings.addBinding().toInstance(setting));
    }

    @ProvidesIntoSet
    HealthCheck health(Settings settings) {
        return new SparkHealth(settings);
    }

    @Provides
    @Singleton
    SparkRuntime runtime(Settings settings) {
        return new SparkRuntime(settings);
    }

    @Provides
    @Singleton
    DeltaTables tables(Settings settings) {
        return new DeltaTables(SparkSettings.lake(settings));
    }

    @Provides
    @Singleton
    LandedFiles landed(LandingZone zone, Settings settings) {
        return new LandedFiles(zone, "file:" + ProjectSettings.landingRoot(settings));
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
