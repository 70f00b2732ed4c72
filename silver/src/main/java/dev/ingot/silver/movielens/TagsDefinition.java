package dev.ingot.silver.movielens;

import static dev.ingot.core.asset.Expectation.quarantine;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.silver.SilverAssets;
import java.util.List;

/** What the tags are. */
final class TagsDefinition {
    static final List<Expectation> RULES = List.of(
            Rules.USER_ID,
            Rules.MOVIE_ID,
            quarantine("empty_tag", "tag <> ''"),
            quarantine("invalid_timestamp", "tagged_at IS NOT NULL"),
            Rules.KNOWN_MOVIE,
            Rules.DUPLICATE);

    static final AssetSpec SPEC = AssetSpec.of(SilverAssets.TAGS, "Which user gave which tag to which movie, and when.")
            .reads(BronzeAssets.TAGS, SilverAssets.MOVIES)
            .expects(RULES.toArray(Expectation[]::new))
            .build();

    private TagsDefinition() {}
}
