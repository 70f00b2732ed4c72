package dev.ingot.silver.movielens;

import static dev.ingot.core.asset.Expectation.quarantine;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.silver.SilverAssets;
import java.util.List;

/** What the links are. */
final class LinksDefinition {
    static final List<Expectation> RULES = List.of(
            Rules.MOVIE_ID,
            quarantine("invalid_imdb_id", "imdb_id RLIKE '^[0-9]{7,8}$'"),
            quarantine("invalid_tmdb_id", "tmdb_id > 0 OR _tmdb_text = ''"),
            Rules.KNOWN_MOVIE,
            Rules.DUPLICATE);

    static final AssetSpec SPEC = AssetSpec.of(SilverAssets.LINKS, "The ids of the movies at IMDb and TMDB.")
            .reads(BronzeAssets.LINKS, SilverAssets.MOVIES)
            .expects(RULES.toArray(Expectation[]::new))
            .build();

    private LinksDefinition() {}
}
