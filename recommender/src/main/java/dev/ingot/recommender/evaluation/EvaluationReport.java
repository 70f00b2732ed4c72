package dev.ingot.recommender.evaluation;

import java.util.List;

/**
 * What was measured on held-back ratings.
 *
 * @param qualities the model's and its baselines', the model's first
 * @param warmRows test ratings whose user and movie the factors know
 * @param coldRows the others, predicted from the biases
 */
public record EvaluationReport(List<ModelQuality> qualities, long warmRows, long coldRows) {

    public EvaluationReport {
        qualities = List.copyOf(qualities);
    }

    public ModelQuality quality(String model) {
        return qualities.stream()
                .filter(quality -> quality.model().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not measured: " + model));
    }

    /** Whether the model predicts ratings better than the biases alone; otherwise its factors are worth nothing. */
    public boolean passed() {
        return rmse(ModelQuality.ALS) < rmse(ModelQuality.BIASES);
    }

    public double rmse(String model) {
        RatingMetrics rating = quality(model).rating();
        if (rating == null) {
            throw new IllegalStateException("predicts no ratings: " + model);
        }
        return rating.rmse();
    }
}
