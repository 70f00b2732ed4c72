package dev.ingot.recommender.evaluation;

import static dev.ingot.recommender.model.Predictions.PREDICTION;

import dev.ingot.recommender.lists.ListSettings;
import dev.ingot.recommender.model.AlsSettings;
import dev.ingot.recommender.model.Factors;
import dev.ingot.recommender.model.Predictions;
import dev.ingot.recommender.model.Predictor;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.spark.testing.TestSpark;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Prints the test errors of three seeded splits of a MovieLens archive: this recipe, its baselines, and ALS on the bare
 * ratings with the settings that earlier products shipped. See {@code bench/rmse.sh}.
 */
final class RmseBench {

    private static final List<Long> SEEDS = List.of(1L, 2L, 3L);
    private static final AlsSettings RANK_8 = new AlsSettings(8, 0.1, 5, 10, 4);
    private static final AlsSettings RANK_10 = new AlsSettings(10, 0.01, 5, 10, 4);

    private final PrintStream out;

    private RmseBench(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) {
        Path archive = arguments.length > 0
                ? Path.of(arguments[0])
                : MovieLens.small().orElseThrow(() -> new IllegalArgumentException("name a MovieLens archive"));
        new RmseBench(System.out).run(MovieLens.ratings(archive).cache());
        TestSpark.session().stop();
    }

    private void run(Dataset<Row> ratings) {
        Map<String, double[]> rmse = new LinkedHashMap<>();
        Map<String, double[]> ranking = new LinkedHashMap<>();
        double[] cold = new double[SEEDS.size()];
        for (int i = 0; i < SEEDS.size(); i++) {
            EvaluationSettings settings = new EvaluationSettings(0.2, SEEDS.get(i), 4.0, ListSettings.DEFAULT);
            EvaluationReport report =
                    Evaluation.of(ratings, RecipeSettings.DEFAULT, settings).orElseThrow();
            cold[i] = report.coldRows();
            for (ModelQuality quality : report.qualities()) {
                collect(quality, i, rmse, ranking);
            }
            bare(Split.of(ratings, 0.2, SEEDS.get(i)), i, rmse);
        }
        heading();
        print("test RMSE, every row", rmse, "%8.4f");
        heading();
        print("lists of ten", ranking, "%8.4f");
        print("", Map.of("cold test rows", cold), "%8.0f");
    }

    private static void collect(
            ModelQuality quality, int split, Map<String, double[]> rmse, Map<String, double[]> ranking) {
        RatingMetrics rating = quality.rating();
        if (rating != null) {
            put(rmse, quality.model(), split, rating.rmse());
        }
        RankingMetrics lists = quality.ranking();
        if (lists != null) {
            put(ranking, quality.model() + " recall@10", split, lists.recall());
            put(ranking, quality.model() + " nDCG@10", split, lists.ndcg());
            put(ranking, quality.model() + " coverage", split, lists.coverage());
        }
    }

    /** Earlier products left out the rows that they could not predict; here these get the mean, as a favour. */
    private static void bare(Split split, int index, Map<String, double[]> rmse) {
        Dataset<Row> train = split.train().cache();
        double mean = train.agg(Map.of("rating", "avg")).first().getDouble(0);
        Map<String, AlsSettings> settings = new LinkedHashMap<>();
        settings.put("bare ALS 8, 0.1, 5", RANK_8);
        settings.put("bare ALS 10, 0.01, 5", RANK_10);
        settings.forEach((name, als) -> {
            Factors factors = Factors.explicit(train, als);
            Predictor predictor = (user, movie) -> factors.know(user, movie) ? factors.product(user, movie) : mean;
            put(rmse, name, index, RatingMetrics.of(split.test(), predictor).rmse());
            put(rmse, name + ", warm rows", index, warm(split.test(), factors));
        });
        train.unpersist();
    }

    private static double warm(Dataset<Row> test, Factors factors) {
        Dataset<Row> warm = Predictions.of(test, (user, movie) -> factors.know(user, movie) ? 1 : 0)
                .filter(PREDICTION + " = 1");
        return RatingMetrics.of(warm, factors::product).rmse();
    }

    private static void put(Map<String, double[]> table, String name, int split, double value) {
        table.computeIfAbsent(name, key -> new double[SEEDS.size()])[split] = value;
    }

    private void heading() {
        out.printf(Locale.ROOT, "%n%-34s %8s %8s %8s %8s %9s%n", "", "seed 1", "seed 2", "seed 3", "mean", "vs. als");
    }

    private void print(String title, Map<String, double[]> table, String format) {
        out.println(title);
        ToDoubleFunction<double[]> mean =
                values -> java.util.Arrays.stream(values).average().orElse(0);
        double[] own = table.get(ModelQuality.ALS);
        table.forEach((name, values) -> {
            StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-32s", name));
            for (double value : values) {
                line.append(' ').append(String.format(Locale.ROOT, format, value));
            }
            line.append(' ').append(String.format(Locale.ROOT, format, mean.applyAsDouble(values)));
            if (own != null) {
                line.append(
                        String.format(Locale.ROOT, " %+9.4f", mean.applyAsDouble(values) - mean.applyAsDouble(own)));
            }
            out.println(line);
        });
    }
}
