package dev.ingot.silver.movielens;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.core.asset.Asset;

/** Contributes the cleaned MovieLens entities; installed by the layer's module. */
public final class MovieLensSilverModule extends AbstractModule {
    /** Providers, not classes: Guice would inspect the methods of a class, and so load Spark just to list assets. */
    @Override
    protected void configure() {
        Multibinder<Asset> assets = Multibinder.newSetBinder(binder(), Asset.class);
        assets.addBinding().toProvider(RatingsAsset::new);
        assets.addBinding().toProvider(MoviesAsset::new);
        assets.addBinding().toProvider(TagsAsset::new);
        assets.addBinding().toProvider(LinksAsset::new);
    }
}
