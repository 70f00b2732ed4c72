package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a movie, with its identifiers elsewhere; a row keeps its key for ever. */
final class DimMovieAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(
                    WarehouseAssets.DIM_MOVIE,
                    "One row a movie, with its identifiers elsewhere; a row keeps its key for ever")
            .reads(SilverAssets.MOVIES, SilverAssets.LINKS)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return DimMovie.rows(inputs.read(SilverAssets.MOVIES), inputs.read(SilverAssets.LINKS));
    }

    @Override
    public String table() {
        return "warehouse.dim_movie";
    }

    @Override
    public String publish() {
        return "dim_movie.sql";
    }
}
