package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** How each rated movie is rated, with its weighted rank. */
final class MovieStatsAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(
                    WarehouseAssets.MOVIE_STATS, "How each rated movie is rated, with its weighted rank")
            .reads(GoldAssets.MOVIE_STATS, WarehouseAssets.DIM_MOVIE)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Marts.movies(inputs.read(GoldAssets.MOVIE_STATS));
    }

    @Override
    public String table() {
        return "warehouse.movie_stats";
    }

    @Override
    public String publish() {
        return "movie_stats.sql";
    }
}
