package dev.ingot.core.engine.executor;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.event.RunId;
import java.util.List;

/** The failures of what a step is given, whichever executor asks for it. */
final class ExecutorErrors {
    private ExecutorErrors() {}

    static IngotException nothingToRead(AssetKey asset, AssetKey upstream) {
        return new IngotException(Diagnostic.of(ErrorCode.MISSING_UPSTREAM, "An input of " + asset + " has no slice")
                .at(upstream.toString())
                .because("its source held none of the partitions that were asked for")
                .help("see its partitions with: ingot partitions " + upstream));
    }

    static IngotException noSuchStaged(AssetKey asset, String typed, List<RunId> candidates) {
        List<String> ids = candidates.stream().map(RunId::text).toList();
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_RUN, "No one run '" + typed + "' left uncommitted rows of " + asset)
                        .because(
                                ids.isEmpty()
                                        ? "no check of it has blocked any"
                                        : "those that did are " + String.join(", ", ids))
                        .help(Suggestions.sentence(typed, ids))
                        .help("see what became of a run with: ingot runs show RUN"));
    }
}
