package dev.ingot.spark.commit;

import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.spark.commit.log.CommitLog;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What a step has committed to a table, in this attempt or in an earlier one.
 *
 * @param history the table's commits
 * @param step the step
 * @param replaced the slices that it writes
 */
record OwnCommits(CommitLog history, StepId step, Replaced replaced) {
    /**
     * What an earlier attempt committed, as long as nobody has written to the same slices since. Most often the last who did was the
     * newest commit of all, or nobody ever did: then one call tells.
     *
     * @param isMarked whether the table remembers that anybody ever wrote to the slices
     */
    Optional<Materialization> standing(long newest, BooleanSupplier isMarked) {
        Optional<Materialization> last = history.at(newest);
        if (last.filter(this::touches).isPresent()) {
            return last.filter(this::isOwn);
        }
        if (!isMarked.getAsBoolean()) {
            return Optional.empty();
        }
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

    /** What this attempt committed as that version, if it did. */
    Optional<Materialization> at(long version) {
        return history.at(version).filter(this::isOwn);
    }

    private boolean isOwn(Materialization other) {
        return other.step().equals(step);
    }

    /** What this attempt committed, which began on that version. */
    Optional<Materialization> since(long version) {
        return history.find(step).filter(done -> done.tableVersion() > version);
    }
}
