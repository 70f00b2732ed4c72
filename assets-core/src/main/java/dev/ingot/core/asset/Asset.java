package dev.ingot.core.asset;

/**
 * Something that Ingot keeps up to date. An adapter adds how it is computed, such as a Delta table from Spark datasets,
 * and an executor for assets of that kind.
 */
public interface Asset {
    AssetSpec spec();

    /** What it is kept as, one word: {@code delta}, {@code postgres}. */
    String kind();

    default AssetKey key() {
        return spec().key();
    }
}
