package dev.ingot.silver.movielens;

import static dev.ingot.core.asset.Expectation.quarantine;

import dev.ingot.core.asset.Expectation;
import java.util.List;
import java.util.stream.Collectors;

/** The rules that several entities share. Their last one is always {@link #DUPLICATE}. */
final class Rules {
    static final Expectation USER_ID = quarantine("invalid_user_id", "user_id > 0");
    static final Expectation MOVIE_ID = quarantine("invalid_movie_id", "movie_id > 0");
    static final Expectation KNOWN_MOVIE = quarantine("unknown_movie", RawRows.KNOWN);
    static final Expectation DUPLICATE = quarantine("duplicate", RawRows.PLACE + " = 1");

    private Rules() {}

    /** An SQL condition: the row breaks none of the rules before the last one, so it competes with its duplicates. */
    static String competes(List<Expectation> rules) {
        return rules.subList(0, rules.size() - 1).stream()
                .map(rule -> "coalesce(" + rule.expression() + ", false)")
                .collect(Collectors.joining(" AND "));
    }
}
