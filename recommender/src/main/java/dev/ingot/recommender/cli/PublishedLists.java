package dev.ingot.recommender.cli;

import dev.ingot.postgres.database.Warehouse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lists that were published, with what the warehouse knows of their movies. */
final class PublishedLists {

    private static final String MOVIE = """
            movie.title, movie.release_year,
            coalesce((SELECT string_agg(genre.name, '|' ORDER BY genre.name)
                        FROM warehouse.movie_genre JOIN warehouse.dim_genre genre USING (genre_key)
                       WHERE movie_key = movie.movie_key), '') AS genres
            """;

    private static final String OWN = "SELECT list.rank, list.movie_id, list.score, list.model_version, " + MOVIE + """
              FROM recommender.recommendations list LEFT JOIN warehouse.dim_movie movie USING (movie_id)
             WHERE list.user_id = :user AND list.rank <= :count
             ORDER BY list.rank
            """;

    private static final String POPULAR =
            "SELECT row_number() OVER (ORDER BY stats.rank)::integer AS rank, movie.movie_id,"
                    + " stats.weighted_rating AS score, " + MOVIE
                    + """
              FROM warehouse.movie_stats stats JOIN warehouse.dim_movie movie USING (movie_key)
             ORDER BY stats.rank
             LIMIT :count
            """;

    private final Warehouse warehouse;

    @Inject
    PublishedLists(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /**
     * The first movies of a user's own list; for a user without one, those that everybody likes.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code not-materialized} while there are no lists at all
     */
    Suggestions of(int user, int count) {
        List<Map<String, Object>> own = warehouse.rows(OWN, Map.of("user", user, "count", count));
        if (!own.isEmpty()) {
            String version = (String) Objects.requireNonNull(own.get(0).get("model_version"));
            return new Suggestions(user, false, version, suggestions(own));
        }
        if (warehouse
                .rows("SELECT 1 FROM recommender.recommendations LIMIT 1", Map.of())
                .isEmpty()) {
            throw RecommendErrors.nothingPublished();
        }
        return new Suggestions(user, true, null, suggestions(warehouse.rows(POPULAR, Map.of("count", count))));
    }

    private static List<Suggestion> suggestions(List<Map<String, Object>> rows) {
        return rows.stream()
                .map(row -> new Suggestion(
                        number(row, "rank").intValue(),
                        number(row, "movie_id").intValue(),
                        (String) row.get("title"),
                        year(row.get("release_year")),
                        genres((String) Objects.requireNonNull(row.get("genres"))),
                        number(row, "score").doubleValue()))
                .toList();
    }

    private static Number number(Map<String, Object> row, String column) {
        return (Number) Objects.requireNonNull(row.get(column));
    }

    private static @Nullable Integer year(@Nullable Object year) {
        return year == null ? null : ((Number) year).intValue();
    }

    private static List<String> genres(String joined) {
        return joined.isEmpty() ? List.of() : List.of(joined.split("\\|", -1));
    }
}
