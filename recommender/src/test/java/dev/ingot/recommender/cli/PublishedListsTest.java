package dev.ingot.recommender.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.Warehouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestWarehouse.class)
class PublishedListsTest {

    private final Database database;
    private final PublishedLists lists;

    PublishedListsTest(Database database) {
        this.database = database;
        this.lists = new PublishedLists(new Warehouse(database, TestWarehouse.SCHEMAS));
    }

    @Test
    void aUserGetsTheOwnListInItsOrder() {
        Suggestions suggestions = lists.of(7, 10);

        assertThat(suggestions)
                .isEqualTo(new Suggestions(
                        7,
                        false,
                        "m.1",
                        List.of(
                                new Suggestion(1, 20, "Amélie", 2001, List.of("Comedy"), 4.5),
                                new Suggestion(2, 10, "Heat", 1995, List.of("Crime", "Thriller"), 4.25),
                                new Suggestion(3, 99, null, null, List.of(), 4))));
    }

    @Test
    void noMoreThanAskedFor() {
        assertThat(lists.of(7, 1).movies()).extracting(Suggestion::movieId).containsExactly(20);
        assertThat(lists.of(999, 2).movies()).extracting(Suggestion::movieId).containsExactly(20, 10);
    }

    @Test
    void anUnknownUserGetsWhatEverybodyLikesMarkedAsAFallback() {
        Suggestions suggestions = lists.of(999, 10);

        assertThat(suggestions.fallback()).isTrue();
        assertThat(suggestions.modelVersion()).isNull();
        assertThat(suggestions.movies())
                .containsExactly(
                        new Suggestion(1, 20, "Amélie", 2001, List.of("Comedy"), 4.2),
                        new Suggestion(2, 10, "Heat", 1995, List.of("Crime", "Thriller"), 3.9),
                        new Suggestion(3, 30, "Paterson", null, List.of(), 3.5));
    }

    @Test
    void beforeAnythingIsPublishedTheAnswerIsADiagnostic() {
        TestWarehouse.execute(database, "DELETE FROM recommender.recommendations");

        assertThatExceptionOfType(IngotException.class)
                .isThrownBy(() -> lists.of(7, 10))
                .satisfies(failure -> assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.NOT_MATERIALIZED));
    }

    @Test
    void publishingAgainReplacesEveryList() {
        TestWarehouse.publish(database, "(7, 1, 30, 3.5::float8, 'm.2')");

        assertThat(lists.of(7, 10).modelVersion()).isEqualTo("m.2");
        assertThat(lists.of(7, 10).movies()).extracting(Suggestion::movieId).containsExactly(30);
        assertThat(lists.of(8, 10).fallback()).isTrue();
    }

    @Test
    void aScoreBeyondTheScaleOrAMovieTwiceIsRefused() {
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> TestWarehouse.publish(database, "(7, 1, 30, 5.1::float8, 'm.2')"))
                .withMessageContaining("recommendations_score_check");
        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> TestWarehouse.publish(database, "(7, 1, 30, 4::float8, 'm.2'), (7, 2, 30, 4, 'm.2')"))
                .withMessageContaining("user_id_movie_id");
        assertThat(lists.of(7, 10).movies()).hasSize(3);
    }
}
