package dev.ingot.recommender;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.recommender.evaluation.Evaluation;
import dev.ingot.recommender.evaluation.EvaluationReport;
import dev.ingot.recommender.evaluation.EvaluationSettings;
import dev.ingot.recommender.model.RatingColumns;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Measures the recipe of the newest model on held-back ratings, and keeps a model that does not pass from recommending. */
final class EvaluationAsset implements DeltaAsset {

    private final RecipeSettings recipe;
    private final EvaluationSettings settings;

    EvaluationAsset(RecipeSettings recipe, EvaluationSettings settings) {
        this.recipe = recipe;
        this.settings = settings;
    }

    @Override
    public AssetSpec spec() {
        return EvaluationDefinition.SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        String version =
                ModelRegistry.newest(inputs.read(RecommenderAssets.MODEL)).toString();
        Dataset<Row> ratings = RatingColumns.of(inputs.read(ModelDefinition.RATINGS));
        EvaluationReport report = Evaluation.of(ratings, recipe, settings)
                .orElseThrow(() -> RecommenderErrors.tooFewRatings(key(), ModelDefinition.RATINGS));
        return EvaluationRows.with(inputs.previous(), version, EvaluationRows.of(version, report), inputs.spark());
    }

    @Override
    public List<CheckResult> check(AssetInputs inputs, Dataset<Row> written) {
        return List.of(ModelGate.of(written));
    }
}
