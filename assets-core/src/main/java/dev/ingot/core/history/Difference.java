package dev.ingot.core.history;

import dev.ingot.core.asset.AssetKey;

/**
 * One thing that is not as it should be.
 *
 * @param asset of which asset
 * @param what what it is, in a few words
 * @param todo the command that brings it in order
 */
public record Difference(AssetKey asset, String what, String todo) {
    /** A difference that the tables can settle alone. */
    static Difference ofLedger(AssetKey asset, String what) {
        return new Difference(asset, what, "ingot ledger rebuild");
    }
}
