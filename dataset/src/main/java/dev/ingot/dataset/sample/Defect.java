package dev.ingot.dataset.sample;

import dev.ingot.dataset.sample.internal.Chance;
import java.util.Locale;

/** A reason for which a row is rejected. The order is that in which the rules apply: the first that fits counts. */
enum Defect {
    MALFORMED_ROW,
    INVALID_USER_ID,
    INVALID_MOVIE_ID,
    MISSING_TITLE,
    INVALID_RATING,
    RATING_OUT_OF_RANGE,
    EMPTY_TAG,
    INVALID_IMDB_ID,
    INVALID_TMDB_ID,
    INVALID_TIMESTAMP,
    UNKNOWN_MOVIE,
    DUPLICATE;

    private static final String[] BAD_IDS = {"abc", "0", "-7", "", "12.5", "id-31", "1e3x"};
    private static final String[] BAD_TIMES = {"yesterday", "", "unknown", "12:34", "n/a", "May 1999"};

    /** The stable name in the manifest and in the rejected tables, such as {@code invalid_user_id}. */
    String ruleName() {
        return name().toLowerCase(Locale.ROOT);
    }

    static String badId(Chance chance) {
        return chance.one(BAD_IDS);
    }

    static String badTime(Chance chance) {
        return chance.one(BAD_TIMES);
    }
}
