package dev.ingot.gold.movielens;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.core.asset.Asset;

/** Contributes the marts of the movie ratings; installed by the layer's module. */
public final class MovieLensGoldModule extends AbstractModule {
    /** Providers, not classes: Guice would inspect their methods, and so load Spark just to list assets. */
    @Override
    protected void configure() {
        Multibinder<Asset> assets = Multibinder.newSetBinder(binder(), Asset.class);
        assets.addBinding().toProvider(MovieStatsAsset::new);
        assets.addBinding().toProvider(MovieYearStatsAsset::new);
        assets.addBinding().toProvider(UserStatsAsset::new);
        assets.addBinding().toProvider(GenreStatsAsset::new);
        assets.addBinding().toProvider(MoviesPerYearAsset::new);
    }
}
