package dev.ingot.recommender.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a user.
 *
 * @param userId who asked
 * @param fallback whether these are movies that everybody likes, because nothing is known of this user
 * @param modelVersion the model that made the list; null on a fallback
 * @param movies best first
 */
record Suggestions(int userId, boolean fallback, @Nullable String modelVersion, List<Suggestion> movies) {

    Suggestions {
        movies = List.copyOf(movies);
    }
}
