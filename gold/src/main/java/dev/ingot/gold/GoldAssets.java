package dev.ingot.gold;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;

/** The keys of the marts. */
public final class GoldAssets {
    public static final AssetKey MOVIE_STATS = movielens("movie_stats");
    public static final AssetKey MOVIE_YEAR_STATS = movielens("movie_year_stats");
    public static final AssetKey USER_STATS = movielens("user_stats");
    public static final AssetKey GENRE_STATS = movielens("genre_stats");
    public static final AssetKey MOVIES_PER_YEAR = movielens("movies_per_year");

    private GoldAssets() {}

    private static AssetKey movielens(String name) {
        return AssetKey.of(Layer.GOLD, "movielens", name);
    }
}
