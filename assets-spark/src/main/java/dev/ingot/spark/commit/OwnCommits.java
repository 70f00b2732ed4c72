package dev.ingot.spark.commit;

import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import java.util.Optional;

/**
 * What a step has committed to a table, in this attempt or in an earlier one.
 *
 * @param history the table's commits
 * @param step the step
 * @param replaced the slices that it writes
 */
record OwnCommits(CommitLog history, StepId step, Replaced replaced) {
    /** What an earlier attempt committed, as long as nobody has written to the same slices since. */
    Optional<Materialization> standing(long newest) {
        return history.find(step).filter(done -> !isReplaced(done, newest));
    }

    private boolean isReplaced(Materialization done, long newest) {
        for (long version = done.tableVersion() + 1; version <= newest; version++) {
            if (history.at(version).filter(this::touches).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private boolean touches(Materialization other) {
        return replaced.everything()
                || other.slices().stream().map(Slice::partition).anyMatch(replaced.slices()::contains)
                || other.removed().stream().anyMatch(replaced.slices()::contains);
    }

    /** What this attempt committed, which began on that version. */
    Optional<Materialization> since(long version) {
        return history.find(step).filter(done -> done.tableVersion() > version);
    }
}
