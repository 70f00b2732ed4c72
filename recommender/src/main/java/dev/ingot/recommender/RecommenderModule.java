package dev.ingot.recommender;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.cli.CommandModule;
import dev.ingot.core.asset.Asset;
import dev.ingot.postgres.database.SchemaMigrations;
import dev.ingot.recommender.cli.RecommendCommand;
import dev.ingot.recommender.evaluation.EvaluationSettings;
import dev.ingot.recommender.lists.ListSettings;
import dev.ingot.recommender.model.RecipeSettings;
import java.util.List;

/** Contributes the assets of the recommender layer, the schema that they publish to and the command to ask it. */
public final class RecommenderModule extends AbstractModule implements CommandModule {

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

    @Override
    public List<Class<?>> commands() {
        return List.of(RecommendCommand.class);
    }
}
