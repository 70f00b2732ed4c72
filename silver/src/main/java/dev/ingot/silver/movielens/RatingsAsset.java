package dev.ingot.silver.movielens;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The ratings of movies by users. */
final class RatingsAsset implements DeltaAsset {
    @Override
    public AssetSpec spec() {
        return RatingsDefinition.SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Ratings.of(inputs.read(BronzeAssets.RATINGS), inputs.read(SilverAssets.MOVIES));
    }
}
