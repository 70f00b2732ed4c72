package dev.ingot.gold.movielens;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Movies and ratings by the year in which the movies came out. */
final class MoviesPerYearAsset implements DeltaAsset {
    private static final AssetSpec SPEC = AssetSpec.of(
                    GoldAssets.MOVIES_PER_YEAR, "Movies and ratings by the year in which the movies came out.")
            .reads(SilverAssets.RATINGS, SilverAssets.MOVIES)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return MoviesPerYear.of(inputs.read(SilverAssets.RATINGS), inputs.read(SilverAssets.MOVIES));
    }
}
