package dev.ingot.recommender;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.core.asset.Asset;
import dev.ingot.postgres.database.SchemaMigrations;

/** Contributes the assets of the recommender layer and the schema that they publish to. */
public final class RecommenderModule extends AbstractModule {

    /** Providers, not instances: Guice would inspect the methods of an instance, and so load Spark just to list assets. */
    @Override
    protected void configure() {
        Multibinder<Asset> assets = Multibinder.newSetBinder(binder(), Asset.class);
        assets.addBinding().toProvider(() -> new ModelAsset(RecipeSettings.DEFAULT));
        assets.addBinding().toProvider(() -> new EvaluationAsset(RecipeSettings.DEFAULT, EvaluationSettings.DEFAULT));
        assets.addBinding().toProvider(() -> new RecommendationsAsset(ListSettings.DEFAULT));
        Multibinder.newSetBinder(binder(), SchemaMigrations.class)
                .addBinding()
                .toInstance(new SchemaMigrations("recommender", "db/recommender"));
    }
}
