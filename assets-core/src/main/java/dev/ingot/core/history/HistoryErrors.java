package dev.ingot.core.history;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.partition.PartitionKey;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** The failures of going back, for every implementation of a history to use. */
public final class HistoryErrors {
    private static final int NAMED = 5;

    private HistoryErrors() {}

    static IngotException notOfRun(AssetKey asset, String typed, List<Materialization> commits) {
        String runs = commits.stream()
                .skip(Math.max(0, commits.size() - NAMED))
                .map(done -> done.run().text() + " (version " + done.tableVersion() + ")")
                .distinct()
                .collect(Collectors.joining(", "));
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_RUN, "'" + typed + "' is not one run that wrote to " + asset)
                        .because(runs.isEmpty() ? "nothing ever did" : "such runs are " + runs));
    }

    static IngotException noVersion(AssetKey asset, long version, List<Materialization> commits) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_ARGUMENT, "The table of " + asset + " never had a version " + version)
                .because(
                        commits.isEmpty()
                                ? "nothing was ever written to it"
                                : "it has those from " + commits.get(0).tableVersion() + " to "
                                        + commits.get(commits.size() - 1).tableVersion()));
    }

    static IngotException neverThere(AssetKey asset, PartitionKey partition, Collection<PartitionKey> known) {
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, asset + " has no partition " + partition)
                .because("it has none now, and had none then")
                .help(known.isEmpty() ? null : "see its partitions with: ingot partitions " + asset));
    }

    /** Somebody wrote to the slices after it was decided what they become. */
    static IngotException overtaken(Materialization by) {
        return new IngotException(
                Diagnostic.of(ErrorCode.COMMIT_CONFLICT, "Somebody else changed " + by.asset() + " in the meantime")
                        .because("run " + by.run() + " committed version " + by.tableVersion()
                                + " after it was decided what to go back from")
                        .help("look at it, and roll back again if that is still what you want; nothing was committed"));
    }

    /** What a slice consisted of is not there any more. */
    public static IngotException gone(AssetKey asset, long version, List<String> gone) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.HISTORY_GONE,
                        "What " + asset + " was at version " + version + " is not there any more")
                .because(gone.size() + (gone.size() == 1 ? " file is" : " files are") + " gone: "
                        + String.join(", ", gone.subList(0, Math.min(gone.size(), NAMED)))
                        + (gone.size() > NAMED ? ", …" : ""))
                .help("compute it again: ingot materialize " + asset + " --force"));
    }

    /** The log does not go back so far. */
    public static IngotException trimmed(AssetKey asset, long version, String why) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.HISTORY_GONE,
                        "What " + asset + " was at version " + version + " is not known any more")
                .because("the table's log was trimmed: " + why)
                .help("compute it again: ingot materialize " + asset + " --force"));
    }

    /** The store of this kind of asset keeps nothing of what was. */
    public static IngotException keepsNothing(AssetKey asset, String kind) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, asset + " cannot be rolled back")
                .because("it is kept in " + kind + ", which holds only what is now")
                .help("roll back what it is made from, then: ingot materialize " + asset));
    }
}
