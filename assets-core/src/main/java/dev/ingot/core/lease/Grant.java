package dev.ingot.core.lease;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;

/** The answer to a request for a lease. */
public sealed interface Grant {
    /**
     * The right is the step's.
     *
     * @param lease the lease
     * @param over the leases that it takes the place of although they were never given back: whoever held them may not know yet,
     *     and has to be fenced off before anything is read; named to others, too, until they are {@link LeaseStore#settled settled}
     */
    record Granted(Lease lease, List<Lease> over) implements Grant {
        public Granted {
            over = List.copyOf(over);
        }
    }

    /**
     * A live run has the right to some of the slices.
     *
     * @param holder which run, in words for people
     * @param asset the asset
     * @param slices what that run has the right to
     */
    record Held(String holder, AssetKey asset, PartitionSet slices) implements Grant {}

    /** All places of a pool are taken. */
    record PoolFull(String pool) implements Grant {}
}
