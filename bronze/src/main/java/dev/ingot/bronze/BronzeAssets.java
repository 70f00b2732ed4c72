package dev.ingot.bronze;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;

/** The keys of the raw layer. */
public final class BronzeAssets {
    public static final AssetKey RATINGS = movielens("ratings");
    public static final AssetKey MOVIES = movielens("movies");
    public static final AssetKey TAGS = movielens("tags");
    public static final AssetKey LINKS = movielens("links");

    private BronzeAssets() {}

    private static AssetKey movielens(String name) {
        return AssetKey.of(Layer.BRONZE, "movielens", name);
    }
}
