package dev.ingot.gold.movielens;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each user rates: count, mean, spread, first and last time. */
final class UserStatsAsset implements DeltaAsset {
    private static final AssetSpec SPEC = AssetSpec.of(
                    GoldAssets.USER_STATS, "How each user rates: count, mean, spread, first and last time.")
            .reads(SilverAssets.RATINGS)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return UserStats.of(inputs.read(SilverAssets.RATINGS));
    }
}
