package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Ratings per genre and year. */
final class GenreStatsAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(WarehouseAssets.GENRE_STATS, "Ratings per genre and year")
            .reads(GoldAssets.GENRE_STATS, WarehouseAssets.DIM_GENRE)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Marts.genres(inputs.read(GoldAssets.GENRE_STATS));
    }

    @Override
    public String table() {
        return "warehouse.genre_stats";
    }

    @Override
    public String publish() {
        return "genre_stats.sql";
    }
}
