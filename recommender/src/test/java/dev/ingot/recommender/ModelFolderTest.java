package dev.ingot.recommender;

import static dev.ingot.recommender.model.TestRatings.rating;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.recommender.model.Recipe;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TestRatings;
import dev.ingot.recommender.model.TrainedModel;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelFolderTest {

    @TempDir
    private Path folder;

    @Test
    void whatIsLoadedPredictsWhatWasSaved() {
        TrainedModel saved = Recipe.train(
                TestRatings.twoTastes(20, 10, 1).union(TestRatings.of(rating(99, 1, 1.0))), RecipeSettings.DEFAULT);

        ModelFolder.save(saved, TestSpark.session(), folder.toString());
        TrainedModel loaded = ModelFolder.load(TestSpark.session(), folder.toString());

        for (int user : new int[] {1, 2, 20, 99, 12345}) {
            for (int movie : new int[] {1, 2, 10, 12345}) {
                assertThat(loaded.predict(user, movie)).isEqualTo(saved.predict(user, movie));
                assertThat(loaded.taste().product(user, movie))
                        .isEqualTo(saved.taste().product(user, movie));
            }
        }
        assertThat(loaded.taste().know(99, 1)).isFalse();
    }

    @Test
    void savingAgainReplacesWhatADeadAttemptLeft() {
        TrainedModel first = Recipe.train(TestRatings.of(rating(1, 1, 1)), RecipeSettings.DEFAULT);
        TrainedModel second = Recipe.train(TestRatings.of(rating(2, 2, 2)), RecipeSettings.DEFAULT);

        ModelFolder.save(first, TestSpark.session(), folder.toString());
        ModelFolder.save(second, TestSpark.session(), folder.toString());

        assertThat(ModelFolder.load(TestSpark.session(), folder.toString())
                        .biases()
                        .mean())
                .isEqualTo(2);
    }
}
