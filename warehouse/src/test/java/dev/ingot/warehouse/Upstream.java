package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.gold.GoldAssets;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import java.util.function.Supplier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that the warehouse reads, from literal rows. */
record Upstream(AssetSpec spec, Supplier<String> query) implements DeltaAsset {
    static String movies = "";
    static String ratings = "";

    static Upstream movies() {
        return of(
                SilverAssets.MOVIES,
                () -> "SELECT int(id) AS movie_id, title, int(y) AS release_year, genres FROM VALUES " + movies
                        + " AS t(id, title, y, genres)");
    }

    static Upstream links() {
        return of(SilverAssets.LINKS, () -> "SELECT 1 AS movie_id, '0012345' AS imdb_id, int(NULL) AS tmdb_id");
    }

    static Upstream ratings() {
        AssetSpec spec = AssetSpec.of(SilverAssets.RATINGS, "Ratings.")
                .partitioned(Partitioning.presentInSource("year"))
                .build();
        return new Upstream(spec, Upstream::allRatings);
    }

    static Upstream userStats() {
        return of(
                GoldAssets.USER_STATS,
                () -> "SELECT user_id, min(rated_at) AS first_rated_at, max(rated_at) AS last_rated_at" + " FROM ("
                        + allRatings() + ") GROUP BY user_id");
    }

    static Upstream movieStats() {
        return of(
                GoldAssets.MOVIE_STATS,
                () -> "SELECT 1 AS movie_id, 2L AS ratings, 4.0D AS mean_rating,"
                        + " double(NULL) AS stddev, 3.5D AS weighted_rating, 1 AS rank");
    }

    static Upstream genreStats() {
        return of(
                GoldAssets.GENRE_STATS,
                () -> "SELECT 'War' AS genre, 1996 AS year, 1L AS ratings, 4.5D AS mean_rating");
    }

    private static String allRatings() {
        return "SELECT int(u) AS user_id, int(m) AS movie_id, r AS rating, t AS rated_at, y AS year FROM VALUES "
                + ratings + " AS x(u, m, r, t, y)";
    }

    private static Upstream of(AssetKey key, Supplier<String> query) {
        return new Upstream(AssetSpec.of(key, "Literal rows.").build(), query);
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return inputs.spark().sql(query.get());
    }
}
