package dev.ingot.core.asset;

import java.util.List;

/**
 * Something that Ingot keeps up to date. An adapter adds how it is computed, such as a Delta table from Spark datasets,
 * and an executor for assets of that kind.
 */
public interface Asset {
    AssetSpec spec();

    /** What it is kept as, one word: {@code delta}, {@code postgres}. */
    String kind();

    /** The pool in which each step of this kind of asset takes a place, so that they are not too many at once. */
    default String pool() {
        return kind();
    }

    /** Class-path resources beside the asset's class that are part of its code, such as SQL that it runs; none by default. */
    default List<String> resources() {
        return List.of();
    }

    default AssetKey key() {
        return spec().key();
    }
}
