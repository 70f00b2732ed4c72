package dev.ingot.core.ledger;

import dev.ingot.core.asset.AssetKey;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The way to replace what a {@link Ledger} says; for when it was lost, or is in doubt. Thread-safe. */
public interface LedgerRebuild {
    /**
     * Replaces everything that is recorded of these assets by these materializations, oldest first, and drops what was intended
     * for them. What is recorded of other assets stays. All or nothing: if the supplier fails, nothing changes.
     *
     * @param told asked once, when no run can begin any more before the replacement is done
     */
    void replace(Supplier<Map<AssetKey, List<Materialization>>> told);
}
