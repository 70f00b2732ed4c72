package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Which genres each movie has. */
final class MovieGenreAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(WarehouseAssets.MOVIE_GENRE, "Which genres each movie has")
            .reads(SilverAssets.MOVIES, WarehouseAssets.DIM_MOVIE, WarehouseAssets.DIM_GENRE)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Genres.ofMovies(inputs.read(SilverAssets.MOVIES));
    }

    @Override
    public String table() {
        return "warehouse.movie_genre";
    }

    @Override
    public String publish() {
        return "movie_genre.sql";
    }
}
