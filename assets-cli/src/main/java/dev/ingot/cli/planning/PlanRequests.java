package dev.ingot.cli.planning;

import dev.ingot.cli.text.Words;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.Only;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say what to bring up to date; mixed into the commands that plan. */
public final class PlanRequests {
    @Parameters(
            arity = "0..1",
            paramLabel = "SELECTION",
            description =
                    "Which assets: a key, a layer, a pattern with *, +KEY (and what it needs), KEY+ (and what needs it), "
                            + "KEY@1996..1998. Default: everything that is stale.")
    private @Nullable String selection;

    @Option(
            names = "--partitions",
            paramLabel = "A..B|A,B",
            description = "Only these partitions of the chosen assets that have partitions.")
    private @Nullable String partitions;

    @Option(names = "--force", description = "Also what is fresh.")
    private boolean force;

    @Option(names = "--downstream", description = "With --force: also all that is made from it.")
    private boolean downstream;

    @Option(
            names = "--only",
            paramLabel = "missing|failed",
            description = "Only what was never made, or only what failed last; each asset and partition by itself.")
    private @Nullable Which only;

    @Option(
            names = "--allow-missing",
            description = "Run also what reads partitions that do not exist yet; it is made without them.")
    private boolean allowMissing;

    @Option(
            names = "--batch",
            paramLabel = "N",
            description =
                    "Take at most so many partitions of an asset in one step. Default: as many as fit into the setting "
                            + "plan.batch-bytes.")
    private @Nullable Integer batch;

    enum Which {
        MISSING(Only.MISSING),
        FAILED(Only.FAILED);

        private final Only only;

        Which(Only only) {
            this.only = only;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether any of these arguments was given. */
    public boolean isGiven() {
        return selection != null
                || partitions != null
                || force
                || downstream
                || only != null
                || allowMissing
                || batch != null;
    }

    /** Whether assets were chosen, as opposed to everything that is stale. */
    public boolean isSelection() {
        return selection != null;
    }

    /** What a plan without a step means for who asked for it. */
    public String nothing(Plan plan) {
        String assets = Words.count(plan.fresh(), "asset");
        return only == null
                ? "Everything is fresh: " + assets + ", nothing to do."
                : "Nothing to do: no partition of " + assets + (only == Which.FAILED ? " has failed." : " is missing.");
    }

    /**
     * Adds what was said to a request.
     *
     * @throws dev.ingot.core.error.IngotException if an argument cannot be read or does not go with another
     */
    public PlanRequest request(PlanRequest.Builder request) {
        request.force(forced()).allowMissing(allowMissing);
        if (selection != null) {
            request.selection(Selection.parse(selection));
        }
        if (partitions != null) {
            request.partitions(PartitionFilter.parse(partitions));
        }
        if (only != null) {
            request.only(only.only);
        }
        if (batch != null) {
            request.batching(Batching.ofPartitions(RequestErrors.checkBatch(batch)));
        }
        return request.build();
    }

    private Force forced() {
        if (downstream && !force) {
            throw RequestErrors.needs("--downstream", "--force", "what is stale downstream is taken in any case");
        }
        if (force && only != null) {
            throw RequestErrors.excludes(
                    "--force", "--only", "one takes what is fresh too, the other less than what is stale");
        }
        return downstream ? Force.DOWNSTREAM : force ? Force.CHOSEN : Force.NONE;
    }
}
