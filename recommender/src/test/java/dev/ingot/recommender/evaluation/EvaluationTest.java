package dev.ingot.recommender.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.recommender.model.AlsSettings;
import dev.ingot.recommender.model.BiasSettings;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TasteSettings;
import dev.ingot.recommender.model.TestRatings;
import org.junit.jupiter.api.Test;

class EvaluationTest {

    private static final EvaluationReport REPORT = Evaluation.of(
                    TestRatings.twoTastes(60, 40, 6), RecipeSettings.DEFAULT, EvaluationSettings.DEFAULT)
            .orElseThrow();

    @Test
    void measuresTheModelAndEveryBaseline() {
        assertThat(REPORT.qualities())
                .extracting(ModelQuality::model)
                .containsExactly("als", "biases", "global_mean", "popularity");
        assertThat(REPORT.quality("popularity").rating()).isNull();
        assertThat(REPORT.quality("global_mean").ranking()).isNull();
    }

    @Test
    void aModelThatLearnedTastePasses() {
        assertThat(REPORT.rmse("als")).isLessThan(REPORT.rmse("biases"));
        assertThat(REPORT.passed()).isTrue();
    }

    @Test
    void aModelThatFitsNoiseDoesNotPass() {
        AlsSettings unregularized = new AlsSettings(30, 0.0001, 10, 2, 1);
        RecipeSettings reckless = new RecipeSettings(BiasSettings.DEFAULT, unregularized, TasteSettings.DEFAULT);

        EvaluationReport report = Evaluation.of(TestRatings.noise(60, 40, 7), reckless, EvaluationSettings.DEFAULT)
                .orElseThrow();

        assertThat(report.passed()).isFalse();
    }

    @Test
    void everyTestRowIsCounted() {
        long test = Split.of(TestRatings.twoTastes(60, 40, 6), 0.2, EvaluationSettings.DEFAULT.seed())
                .test()
                .count();

        assertThat(REPORT.warmRows() + REPORT.coldRows()).isEqualTo(test);
    }
}
