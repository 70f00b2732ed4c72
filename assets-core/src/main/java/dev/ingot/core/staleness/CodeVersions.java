package dev.ingot.core.staleness;

import dev.ingot.core.asset.Asset;

/** Tells the version of the code that computes an asset. */
@FunctionalInterface
public interface CodeVersions {
    /** The version that the spec states, otherwise one computed from the code; equal code, equal version. */
    String of(Asset asset);
}
