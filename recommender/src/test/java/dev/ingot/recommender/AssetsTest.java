package dev.ingot.recommender;

import static dev.ingot.recommender.RecommenderAssets.EVALUATION;
import static dev.ingot.recommender.RecommenderAssets.MODEL;
import static dev.ingot.recommender.RecommenderAssets.RECOMMENDATIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.recommender.evaluation.Evaluation;
import dev.ingot.recommender.evaluation.EvaluationReport;
import dev.ingot.recommender.evaluation.EvaluationSettings;
import dev.ingot.recommender.lists.ListSettings;
import dev.ingot.recommender.model.AlsSettings;
import dev.ingot.recommender.model.BiasSettings;
import dev.ingot.recommender.model.Recipe;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TasteSettings;
import dev.ingot.recommender.model.TestRatings;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The three assets one after the other, on a small world with two tastes. */
class AssetsTest {

    private static final String FIRST = "01KDVR0000000000000000000A";
    private static final String SECOND = "01KDVR0000000000000000000B";
    private static final String THIRD = "01KDVR0000000000000000000C";

    private static final AlsSettings QUICK = new AlsSettings(4, 0.1, 3, 2, 1);
    private static final RecipeSettings RECIPE =
            new RecipeSettings(BiasSettings.DEFAULT, QUICK, new TasteSettings(4, 10, QUICK));

    private static final ModelAsset MODELS = new ModelAsset(RECIPE);
    private static final EvaluationAsset EVALUATIONS = new EvaluationAsset(RECIPE, EvaluationSettings.DEFAULT);
    private static final RecommendationsAsset LISTS = new RecommendationsAsset(new ListSettings(3, 2));

    private static final Dataset<Row> RATINGS = TestRatings.twoTastes(30, 20, 1);

    @TempDir
    private Path root;

    @Test
    void fromRatingsToLists() {
        Dataset<Row> models = MODELS.compute(inputs(MODEL, FIRST, RATINGS));
        FakeInputs forEvaluation = inputs(EVALUATION, FIRST, RATINGS).with(MODEL, models);
        Dataset<Row> evaluations = EVALUATIONS.compute(forEvaluation);
        Dataset<Row> lists =
                LISTS.compute(inputs(RECOMMENDATIONS, FIRST, RATINGS).with(EVALUATION, evaluations));

        assertThat(EVALUATIONS.check(forEvaluation, evaluations)).noneMatch(check -> check.failed());
        assertThat(lists.columns()).containsExactly("user_id", "rank", "movie_id", "score", "model_version");
        assertThat(lists.select("user_id").distinct().count()).isEqualTo(30);
        assertThat(lists.filter("model_version <> '" + FIRST + ".1'").count()).isZero();
    }

    @Test
    void theRegistryKeepsEarlierModels() {
        Dataset<Row> first = MODELS.compute(inputs(MODEL, FIRST, RATINGS));
        Dataset<Row> both =
                MODELS.compute(inputs(MODEL, SECOND, RATINGS.limit(100)).with(MODEL, first));

        assertThat(both.select("model_version", "run_id", "ratings").collectAsList())
                .extracting(row -> row.getString(0), row -> row.getString(1), row -> row.getLong(2))
                .containsExactlyInAnyOrder(
                        tuple(FIRST + ".1", FIRST, RATINGS.count()), tuple(SECOND + ".1", SECOND, 100L));
        assertThat(ModelRegistry.newest(both)).hasToString(SECOND + ".1");
        assertThat(both.first().<String>getAs("settings")).contains("\"residuals.rank\":4");
    }

    @Test
    void measuringAModelAgainReplacesItsRowsAndKeepsTheOthers() {
        Dataset<Row> models = MODELS.compute(inputs(MODEL, SECOND, RATINGS));
        EvaluationReport old =
                Evaluation.of(RATINGS, RECIPE, EvaluationSettings.DEFAULT).orElseThrow();
        Dataset<Row> earlier = TestSpark.session()
                .createDataFrame(EvaluationRows.of(FIRST + ".1", old), EvaluationRows.SCHEMA)
                .union(TestSpark.session()
                        .createDataFrame(EvaluationRows.of(SECOND + ".1", old), EvaluationRows.SCHEMA));

        Dataset<Row> all = EVALUATIONS.compute(
                inputs(EVALUATION, THIRD, RATINGS).with(MODEL, models).with(EVALUATION, earlier));

        assertThat(all.groupBy("model_version").count().collectAsList())
                .extracting(row -> row.getString(0), row -> row.getLong(1))
                .containsExactlyInAnyOrder(tuple(FIRST + ".1", 4L), tuple(SECOND + ".1", 4L));
    }

    @Test
    void withoutRatingsThereIsNoModelAndNoEvaluation() {
        Dataset<Row> none = TestRatings.of();
        Dataset<Row> models = TestSpark.session()
                .createDataFrame(
                        List.of(ModelRegistry.row(
                                inputs(MODEL, FIRST, none).step(),
                                inputs(MODEL, FIRST, none).at(),
                                RECIPE,
                                0,
                                Recipe.train(RATINGS.limit(1), RECIPE))),
                        ModelRegistry.SCHEMA);

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> MODELS.compute(inputs(MODEL, FIRST, none)))
                .satisfies(failure -> assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.CHECK_FAILED));
        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() ->
                        EVALUATIONS.compute(inputs(EVALUATION, FIRST, none).with(MODEL, models)))
                .withMessageContaining("too few ratings");
    }

    @Test
    void noModelThatPassedMeansNoLists() {
        Dataset<Row> nothing = TestSpark.session().createDataFrame(List.of(), EvaluationRows.SCHEMA);

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() ->
                        LISTS.compute(inputs(RECOMMENDATIONS, FIRST, RATINGS).with(EVALUATION, nothing)))
                .withMessageContaining("No model has passed");
    }

    private FakeInputs inputs(AssetKey asset, String run, Dataset<Row> ratings) {
        return new FakeInputs(root, asset, run).with(ModelDefinition.RATINGS, ratings);
    }
}
