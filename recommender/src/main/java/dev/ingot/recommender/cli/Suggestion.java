package dev.ingot.recommender.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One movie to watch.
 *
 * @param rank its place on the list, from 1
 * @param title null when the warehouse does not know the movie
 * @param year of its release, if known
 * @param score in stars: the rating predicted for the user, or on a fallback the weighted rating of all users
 */
record Suggestion(
        int rank,
        int movieId,
        @Nullable String title,
        @Nullable Integer year,
        List<String> genres,
        double score) {

    Suggestion {
        genres = List.copyOf(genres);
    }
}
