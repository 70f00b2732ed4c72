package dev.ingot.bronze.movielens;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.Asset;
import dev.ingot.dataset.MovieLensFile;

/** Contributes the raw MovieLens tables; installed by the layer's module. */
public final class MovieLensBronzeModule extends AbstractModule {
    /** Providers, not instances: Guice would inspect the methods of an instance, and so load Spark just to list assets. */
    @Override
    protected void configure() {
        Multibinder<Asset> assets = Multibinder.newSetBinder(binder(), Asset.class);
        assets.addBinding().toProvider(() -> new LandedFileAsset(BronzeAssets.RATINGS, MovieLensFile.RATINGS));
        assets.addBinding().toProvider(() -> new LandedFileAsset(BronzeAssets.MOVIES, MovieLensFile.MOVIES));
        assets.addBinding().toProvider(() -> new LandedFileAsset(BronzeAssets.TAGS, MovieLensFile.TAGS));
        assets.addBinding().toProvider(() -> new LandedFileAsset(BronzeAssets.LINKS, MovieLensFile.LINKS));
    }
}
