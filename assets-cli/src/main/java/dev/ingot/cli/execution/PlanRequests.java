package dev.ingot.cli.execution;

import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
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

    /** @throws dev.ingot.core.error.IngotException if selection or partitions cannot be read */
    public PlanRequest request() {
        PlanRequest.Builder request = PlanRequest.builder().force(force ? Force.CHOSEN : Force.NONE);
        if (selection != null) {
            request.selection(Selection.parse(selection));
        }
        if (partitions != null) {
            request.partitions(PartitionFilter.parse(partitions));
        }
        return request.build();
    }
}
