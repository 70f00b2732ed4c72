package dev.ingot.recommender.lists;

import static dev.ingot.recommender.model.TestRatings.rating;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ingot.recommender.model.Recipe;
import dev.ingot.recommender.model.RecipeSettings;
import dev.ingot.recommender.model.TestRatings;
import dev.ingot.recommender.model.TrainedModel;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

class TopListsTest {

    private static final Dataset<Row> RATINGS =
            TestRatings.twoTastes(40, 30, 5).union(TestRatings.of(rating(1, 777, 5), rating(500, 1, 1.0)));
    private static final TrainedModel MODEL = Recipe.train(RATINGS, RecipeSettings.DEFAULT);
    private static final List<Row> LISTS = lists(5, 3);

    @Test
    void everyUserGetsAListOfTheAskedLength() {
        Map<Integer, Long> sizes =
                LISTS.stream().collect(Collectors.groupingBy(row -> row.getInt(0), Collectors.counting()));

        assertThat(sizes).hasSize(41).containsEntry(500, 5L).doesNotContainValue(6L);
    }

    @Test
    void nothingThatTheUserHasRated() {
        Set<List<Object>> rated = RATINGS.collectAsList().stream()
                .map(row -> List.of(row.get(0), row.get(1)))
                .collect(Collectors.toSet());

        assertThat(LISTS).noneMatch(row -> rated.contains(List.of(row.get(0), row.get(2))));
    }

    @Test
    void nothingWithTooFewRatings() {
        assertThat(LISTS).noneMatch(row -> row.getInt(2) == 777);
        assertThat(lists(30, 1)).anyMatch(row -> row.getInt(2) == 777);
    }

    @Test
    void ranksCountFromOneAndFollowScoresOnTheScale() {
        Map<Integer, List<Row>> byUser = LISTS.stream()
                .sorted(Comparator.comparingInt(row -> row.getInt(1)))
                .collect(Collectors.groupingBy(row -> row.getInt(0)));

        assertThat(byUser.values()).allSatisfy(list -> {
            assertThat(list).extracting(row -> row.getInt(1)).startsWith(1, 2, 3);
            assertThat(list)
                    .extracting(row -> row.getDouble(3))
                    .isSortedAccordingTo(Comparator.reverseOrder())
                    .allSatisfy(score -> assertThat(score).isBetween(0.5, 5.0));
        });
    }

    @Test
    void listsFollowTaste() {
        assertThat(lists(1, 3))
                .filteredOn(row -> row.getInt(0) <= 40)
                .hasSize(40)
                .allMatch(row -> row.getInt(0) % 2 == row.getInt(2) % 2);
    }

    @Test
    void equalAppealAndEqualScoreAreOrderedById() {
        Dataset<Row> ratings = TestRatings.of(
                rating(1, 40, 3), rating(2, 30, 3), rating(2, 10, 3), rating(2, 20, 3), rating(1, 50, 3));
        Catalogue catalogue = Catalogue.of(ratings, 1);
        Ranking ranking = new Ranking(catalogue, Appeal.popularity(catalogue), (user, movie) -> 3);

        assertThat(TopLists.of(ratings, ranking, 2).collectAsList())
                .extracting(row -> row.getInt(0), row -> row.getInt(1), row -> row.getInt(2))
                .containsExactlyInAnyOrder(tuple(1, 1, 10), tuple(1, 2, 20), tuple(2, 1, 40), tuple(2, 2, 50));
    }

    @Test
    void whoLikedNothingGetsPopularMovies() {
        Catalogue catalogue = Catalogue.of(RATINGS, 3);
        float[] taste = new float[catalogue.movies().size()];
        float[] popularity = new float[catalogue.movies().size()];

        new TasteAppeal(catalogue, MODEL.taste()).fill(500, taste);
        Appeal.popularity(catalogue).fill(500, popularity);

        assertThat(taste).isEqualTo(popularity);
    }

    private static List<Row> lists(int size, int minimumSupport) {
        Catalogue catalogue = Catalogue.of(RATINGS, minimumSupport);
        Ranking ranking = new Ranking(catalogue, new TasteAppeal(catalogue, MODEL.taste()), MODEL);
        return TopLists.of(RATINGS, ranking, size).collectAsList();
    }
}
