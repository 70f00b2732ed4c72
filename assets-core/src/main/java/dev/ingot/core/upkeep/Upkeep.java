package dev.ingot.core.upkeep;

import dev.ingot.core.asset.Asset;
import java.util.List;

/** Tidies up in one kind of store, without changing what the assets in it contain. Thread-safe. */
public interface Upkeep {
    /**
     * What is worth doing now, in the order in which it is to be done. Changes nothing.
     *
     * @param assets those that were chosen, of any kind
     */
    List<Chore> chores(List<Asset> assets, UpkeepRules rules);
}
