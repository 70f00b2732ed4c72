package dev.ingot.core.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.ledger.Materialization;
import java.util.List;

/** What the store of one kind of asset remembers. Thread-safe. */
public interface AssetHistory {
    /** Whether assets of this kind are meant. */
    boolean remembers(Asset asset);

    /** Everything that was ever committed of the asset, oldest first, from the store alone; empty when there is nothing. */
    List<Materialization> commits(Asset asset);

    /**
     * What the newest state of the asset speaks of that is not there, such as files; empty when all is well.
     *
     * @param commits what {@link #commits} answered
     */
    List<Difference> losses(Asset asset, List<Materialization> commits);
}
