package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a genre. */
final class DimGenreAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(WarehouseAssets.DIM_GENRE, "One row a genre")
            .reads(SilverAssets.MOVIES)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Genres.names(inputs.read(SilverAssets.MOVIES));
    }

    @Override
    public String table() {
        return "warehouse.dim_genre";
    }

    @Override
    public String publish() {
        return "dim_genre.sql";
    }
}
