package dev.ingot.core.upkeep;

import dev.ingot.core.asset.AssetKey;

/**
 * One thing to tidy up.
 *
 * @param asset in the store of which asset
 * @param what what is to be done, in a few words
 * @param work does it, if it is still worth doing; it may be done again at any time
 */
public record Chore(AssetKey asset, String what, Work work) {
    /** Does it. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }
}
