package dev.ingot.core.history;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.executor.StepContext;
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

    /**
     * Sees whether slices can become what they were.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code history-gone} if something is not there any more, naming it
     */
    void check(Asset asset, Restoration restoration);

    /**
     * Makes slices what they were, in one commit that carries the materialization; all other slices stay as they are. A step
     * that has done it already does nothing, as in {@link dev.ingot.core.engine.executor.AssetExecutor#execute}. Immediately before the
     * commit it asks the step's signals whether it has its lease, and whether it is to stop.
     *
     * @return what was committed, as read back from the commit
     * @throws Exception whatever went wrong
     */
    Materialization restore(StepContext context, Restoration restoration) throws Exception;
}
