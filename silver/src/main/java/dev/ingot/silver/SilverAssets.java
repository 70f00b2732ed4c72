package dev.ingot.silver;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;

/** The keys of the cleaned layer. */
public final class SilverAssets {
    public static final AssetKey RATINGS = movielens("ratings");
    public static final AssetKey MOVIES = movielens("movies");
    public static final AssetKey TAGS = movielens("tags");
    public static final AssetKey LINKS = movielens("links");

    private SilverAssets() {}

    private static AssetKey movielens(String name) {
        return AssetKey.of(Layer.SILVER, "movielens", name);
    }
}
