package dev.ingot.silver.movielens;

import static dev.ingot.core.asset.Expectation.quarantine;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.silver.SilverAssets;
import java.util.List;

/** What the ratings are. */
final class RatingsDefinition {
    static final List<Expectation> RULES = List.of(
            Rules.USER_ID,
            Rules.MOVIE_ID,
            quarantine("invalid_rating", "rating IS NOT NULL"),
            quarantine("rating_out_of_range", "rating BETWEEN 0.5 AND 5.0 AND rating * 2 = floor(rating * 2)"),
            quarantine("invalid_timestamp", "rated_at IS NOT NULL"),
            Rules.KNOWN_MOVIE,
            Rules.DUPLICATE);

    static final AssetSpec SPEC = AssetSpec.of(
                    SilverAssets.RATINGS,
                    "Who rated which movie how and when: the latest rating of each user and movie.")
            .reads(BronzeAssets.RATINGS, SilverAssets.MOVIES)
            .partitioned(Partitioning.presentInSource("year"))
            .expects(RULES.toArray(Expectation[]::new))
            .build();

    private RatingsDefinition() {}
}
