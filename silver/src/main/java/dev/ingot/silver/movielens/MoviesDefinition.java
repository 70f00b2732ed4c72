package dev.ingot.silver.movielens;

import static dev.ingot.core.asset.Expectation.quarantine;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.silver.SilverAssets;
import java.util.List;

/** What the movies are. */
final class MoviesDefinition {
    static final List<Expectation> RULES =
            List.of(Rules.MOVIE_ID, quarantine("missing_title", "title <> ''"), Rules.DUPLICATE);

    static final AssetSpec SPEC = AssetSpec.of(SilverAssets.MOVIES, "The movies, with year of release and genres.")
            .reads(BronzeAssets.MOVIES)
            .expects(RULES.toArray(Expectation[]::new))
            .build();

    private MoviesDefinition() {}
}
