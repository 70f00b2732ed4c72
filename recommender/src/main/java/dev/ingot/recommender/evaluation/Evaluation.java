package dev.ingot.recommender.evaluation;

import dev.ingot.recommender.lists.Appeal;
import dev.ingot.recommender.lists.Catalogue;
import dev.ingot.recommender.lists.Ranking;
import dev.ingot.recommender.lists.TasteAppeal;
import dev.ingot.recommender.lists.TopLists;
import dev.ingot.recommender.model.Factors;
import dev.ingot.recommender.model.Predictions;
import dev.ingot.recommender.model.Predictor;
import dev.ingot.recommender.model.RatingColumns;
import dev.ingot.recommender.model.Recipe;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TrainedModel;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Trains a recipe on one part of the ratings and measures it, beside its baselines, on every row of the other part. */
public final class Evaluation {

    private final Dataset<Row> train;
    private final Dataset<Row> test;
    private final EvaluationSettings settings;
    private final Catalogue catalogue;
    private final long catalogueSize;

    private Evaluation(Split split, EvaluationSettings settings) {
        this.train = split.train();
        this.test = split.test();
        this.settings = settings;
        this.catalogue = Catalogue.of(train, settings.lists().minimumSupport());
        this.catalogueSize = train.select(RatingColumns.MOVIE_ID).distinct().count();
    }

    /**
     * Measures a recipe; empty when there are too few ratings for two parts.
     *
     * @param ratings in the form of {@link RatingColumns#of}
     */
    public static Optional<EvaluationReport> of(
            Dataset<Row> ratings, RecipeSettings recipe, EvaluationSettings settings) {
        Split split = Split.of(ratings, settings.testShare(), settings.seed());
        Dataset<Row> train = split.train().cache();
        Dataset<Row> test = split.test().cache();
        try {
            return train.isEmpty() || test.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Evaluation(new Split(train, test), settings).report(Recipe.train(train, recipe)));
        } finally {
            train.unpersist();
            test.unpersist();
        }
    }

    private EvaluationReport report(TrainedModel model) {
        double mean = model.biases().mean();
        long rows = test.count();
        long warm = warmRows(model);
        return new EvaluationReport(
                List.of(
                        quality(ModelQuality.ALS, model, new TasteAppeal(catalogue, model.taste())),
                        quality(ModelQuality.BIASES, model.biases(), Appeal.byMovie(model.biases(), catalogue)),
                        new ModelQuality(ModelQuality.GLOBAL_MEAN, RatingMetrics.of(test, (user, movie) -> mean), null),
                        popularity()),
                warm,
                rows - warm);
    }

    private long warmRows(TrainedModel model) {
        Factors residuals = model.residuals();
        return Predictions.of(test, (user, movie) -> residuals.know(user, movie) ? 1 : 0)
                .filter(Predictions.PREDICTION + " = 1")
                .count();
    }

    private ModelQuality quality(String name, Predictor predictor, Appeal appeal) {
        return new ModelQuality(
                name, RatingMetrics.of(test, predictor), ranking(new Ranking(catalogue, appeal, predictor)));
    }

    /** The most popular movies in the order of their popularity, so that nothing of the model helps them. */
    private ModelQuality popularity() {
        Catalogue movies = catalogue;
        Predictor popularity = (user, movie) -> movies.ratingsOf(movie);
        Ranking ranking = new Ranking(movies, Appeal.popularity(movies), popularity);
        return new ModelQuality(ModelQuality.POPULARITY, null, ranking(ranking));
    }

    private RankingMetrics ranking(Ranking ranking) {
        int size = settings.lists().size();
        Dataset<Row> lists = TopLists.of(train, ranking, size).cache();
        try {
            return RankingMetrics.of(lists, Recipe.likes(test, settings.relevantFrom()), size, catalogueSize);
        } finally {
            lists.unpersist();
        }
    }
}
