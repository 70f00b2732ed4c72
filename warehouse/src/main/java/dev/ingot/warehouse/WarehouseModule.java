package dev.ingot.warehouse;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.cli.CommandModule;
import dev.ingot.core.asset.Asset;
import dev.ingot.postgres.database.SchemaMigrations;
import dev.ingot.warehouse.cli.SqlCommand;
import java.util.List;

/** Contributes the warehouse's assets, its migrations and the command to ask it. */
public final class WarehouseModule extends AbstractModule implements CommandModule {
    /** Providers, not classes: Guice would inspect their methods, and so load Spark just to list assets. */
    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), SchemaMigrations.class)
                .addBinding()
                .toInstance(new SchemaMigrations("warehouse", "db/warehouse"));
        Multibinder<Asset> assets = Multibinder.newSetBinder(binder(), Asset.class);
        assets.addBinding().toProvider(DimMovieAsset::new);
        assets.addBinding().toProvider(DimGenreAsset::new);
        assets.addBinding().toProvider(MovieGenreAsset::new);
        assets.addBinding().toProvider(DimDateAsset::new);
        assets.addBinding().toProvider(DimUserAsset::new);
        assets.addBinding().toProvider(FactRatingAsset::new);
        assets.addBinding().toProvider(MovieStatsAsset::new);
        assets.addBinding().toProvider(GenreStatsAsset::new);
    }

    @Override
    public List<Class<?>> commands() {
        return List.of(SqlCommand.class);
    }
}
