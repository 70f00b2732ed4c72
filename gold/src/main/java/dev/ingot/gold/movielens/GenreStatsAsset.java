package dev.ingot.gold.movielens;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Ratings per genre and year; a movie of several genres counts in each. */
final class GenreStatsAsset implements DeltaAsset {
    private static final AssetSpec SPEC = AssetSpec.of(
                    GoldAssets.GENRE_STATS, "Ratings per genre and year; a movie of several genres counts in each.")
            .reads(SilverAssets.RATINGS, SilverAssets.MOVIES)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return GenreStats.of(inputs.read(SilverAssets.RATINGS), inputs.read(SilverAssets.MOVIES));
    }
}
