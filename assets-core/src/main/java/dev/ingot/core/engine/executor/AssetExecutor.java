package dev.ingot.core.engine.executor;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.error.FailureKinds;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.ledger.Materialization;
import java.util.Optional;

/** Materializes assets of one kind. Thread-safe: steps run at once. */
public interface AssetExecutor {
    /** Whether this executor is the one for the asset. */
    boolean executes(Asset asset);

    /**
     * Computes the slices of the step's scope and commits them, all or none, in one commit that carries the
     * materialization. If the table's history already holds a commit of this step, that one is returned and nothing is
     * done.
     *
     * <p>The checks of the slices come before the commit. If one of them blocks, nothing is committed and the step ends with an
     * {@link dev.ingot.core.error.IngotException} whose exit code is that of blocked steps; the rows may stay where
     * {@link #sample} finds them.
     *
     * @return what was committed, as read back from the commit, and how its checks came out
     * @throws Exception whatever went wrong; nothing of the step is visible then, unless the failure came after the commit
     */
    StepResult execute(StepContext context) throws Exception;

    /**
     * Keeps former holders from committing, whatever they may still be doing: called before anything is read when a lease takes
     * the place of others that were never given back.
     *
     * @throws Exception if that cannot be brought about; the step fails then
     */
    default void fence(Asset asset, Grant.Granted granted) throws Exception {}

    /**
     * Tells whether what a step ran into is worth another attempt; never asked about a step that was told to stop.
     *
     * @param failure what {@link #execute} threw, or what kept it from being called
     */
    default FailureKind kind(Throwable failure) {
        return FailureKinds.of(failure);
    }

    /**
     * Looks for the commit of a step, cheaply: without starting an engine. Empty when the step has not committed.
     *
     * <p>An executor that records its materializations in the ledger within the commit itself may always answer empty.
     */
    Optional<Materialization> committed(Asset asset, StepId step);

    /** Reads some rows for people to look at. */
    RowSample sample(SampleRequest request);
}
