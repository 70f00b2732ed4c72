package dev.ingot.core.ledger;

import dev.ingot.core.lease.LeaseStore;
import java.util.List;

/**
 * The record of materializations, an index over the commits of the tables. Thread-safe.
 *
 * <p>All methods throw {@link dev.ingot.core.error.IngotException} with code {@code unreachable-database} when it cannot be
 * reached.
 */
public interface Ledger {
    /** All slices that exist now, in a number of queries that does not grow with them. */
    LedgerSnapshot snapshot();

    /** Where the record stands now. What is recorded later is among {@link #since} it; a snapshot taken later may have it, too. */
    String position();

    /** What was recorded since a position, at a cost that does not grow with what was there before. */
    News since(String position);

    /**
     * What is new.
     *
     * @param done in the order in which it was recorded; some of what was known already may be repeated
     * @param position where to go on
     */
    record News(List<Materialization> done, String position) {
        public News {
            done = List.copyOf(done);
        }
    }

    /** Says that a step is about to commit. Saying it twice changes nothing. */
    void intend(Intent intent);

    /**
     * Records a materialization and drops its intent, in one transaction. Recording a step twice changes nothing. One that was made
     * under a lease is in the history, but changes no slice that was written or removed under a later one: whoever tells late does
     * not take the ledger back.
     */
    void record(Materialization done);

    /** Drops the intent of a step that is known not to have committed. */
    void abandon(Intent intent);

    /** The way to record where steps begin and end, under leases of this store. */
    default StepRecords steps(LeaseStore leases) {
        return new SeparateRecords(leases, this);
    }

    /** The intents of all steps that neither were recorded nor abandoned, oldest first: by run, then by number. */
    List<Intent> intents();

    /** The materializations of an asset, the last recorded first. */
    List<Materialization> history(dev.ingot.core.asset.AssetKey asset, int limit);
}
