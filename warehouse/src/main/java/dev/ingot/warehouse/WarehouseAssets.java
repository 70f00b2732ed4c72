package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;

/** The assets of the warehouse. */
public final class WarehouseAssets {
    public static final AssetKey DIM_MOVIE = key("dim_movie");
    public static final AssetKey DIM_GENRE = key("dim_genre");
    public static final AssetKey MOVIE_GENRE = key("movie_genre");
    public static final AssetKey DIM_DATE = key("dim_date");
    public static final AssetKey DIM_USER = key("dim_user");
    public static final AssetKey FACT_RATING = key("fact_rating");
    public static final AssetKey MOVIE_STATS = key("movie_stats");
    public static final AssetKey GENRE_STATS = key("genre_stats");

    private WarehouseAssets() {}

    private static AssetKey key(String name) {
        return AssetKey.of(Layer.WAREHOUSE, "movielens", name);
    }
}
