package dev.ingot.recommender;

import static org.apache.spark.sql.functions.lit;

import dev.ingot.core.event.StepId;
import dev.ingot.recommender.lists.Catalogue;
import dev.ingot.recommender.lists.ListSettings;
import dev.ingot.recommender.lists.Ranking;
import dev.ingot.recommender.lists.TasteAppeal;
import dev.ingot.recommender.lists.TopLists;
import dev.ingot.recommender.model.RatingColumns;
import dev.ingot.recommender.model.TrainedModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rows of the table of recommendations. */
final class Recommendations {

    private Recommendations() {}

    /**
     * The lists that a model makes.
     *
     * @param ratings all ratings that are known now, in the form of {@link RatingColumns#of}: the model may be older than
     *     some, but what they rate is not recommended
     */
    static Dataset<Row> of(Dataset<Row> ratings, TrainedModel model, StepId version, ListSettings settings) {
        Catalogue catalogue = Catalogue.of(ratings, settings.minimumSupport());
        Ranking ranking = new Ranking(catalogue, new TasteAppeal(catalogue, model.taste()), model);
        return TopLists.of(ratings, ranking, settings.size())
                .withColumn(ModelRegistry.MODEL_VERSION, lit(version.toString()));
    }
}
