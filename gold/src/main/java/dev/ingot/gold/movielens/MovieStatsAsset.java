package dev.ingot.gold.movielens;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each rated movie is rated: count, mean, spread, and a Bayesian mean that it is ranked by. */
final class MovieStatsAsset implements DeltaAsset {
    private static final AssetSpec SPEC = AssetSpec.of(
                    GoldAssets.MOVIE_STATS,
                    "How each rated movie is rated: count, mean, spread, and a Bayesian mean that it is ranked by.")
            .reads(SilverAssets.RATINGS, SilverAssets.MOVIES)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return MovieStats.of(inputs.read(SilverAssets.RATINGS), inputs.read(SilverAssets.MOVIES));
    }
}
