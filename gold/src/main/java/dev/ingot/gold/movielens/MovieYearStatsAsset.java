package dev.ingot.gold.movielens;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.gold.GoldAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each movie was rated in each year; a year of ratings that changes makes one year of this. */
final class MovieYearStatsAsset implements DeltaAsset {
    private static final AssetSpec SPEC = AssetSpec.of(
                    GoldAssets.MOVIE_YEAR_STATS, "How each movie was rated in each year: count and mean.")
            .reads(SilverAssets.RATINGS, PartitionMapping.identity())
            .partitioned(Partitioning.presentInSource("year"))
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return MovieYearStats.of(inputs.read(SilverAssets.RATINGS));
    }
}
