package dev.ingot.recommender;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.asset.Layer;
import dev.ingot.postgres.database.SchemaMigrations;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.recommender.lists.ListSettings;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommenderModuleTest {

    private final Set<Asset> assets =
            Guice.createInjector(new RecommenderModule()).getInstance(Key.get(new TypeLiteral<Set<Asset>>() {}));

    @Test
    void contributesTheThreeAssets() {
        assertThat(assets)
                .extracting(Asset::key)
                .containsExactlyInAnyOrder(
                        RecommenderAssets.MODEL, RecommenderAssets.EVALUATION, RecommenderAssets.RECOMMENDATIONS);
    }

    @Test
    void readsSilverAndItsOwnLayerOnly() {
        assertThat(assets)
                .flatMap(asset -> asset.spec().dependencies())
                .extracting(Dependency::upstream)
                .allMatch(key -> key.layer() == Layer.SILVER || key.layer() == Layer.RECOMMENDER);
    }

    @Test
    void whatItPublishesIsOnTheClassPath() {
        PostgresTable table = new RecommendationsAsset(ListSettings.DEFAULT);

        assertThat(table.getClass().getResource(table.publish())).isNotNull();
        assertThat(table.table()).startsWith("recommender.");
    }

    @Test
    void contributesItsSchema() {
        Set<SchemaMigrations> schemas = Guice.createInjector(new RecommenderModule())
                .getInstance(Key.get(new TypeLiteral<Set<SchemaMigrations>>() {}));

        assertThat(schemas).extracting(SchemaMigrations::schema).containsExactly("recommender");
    }
}
