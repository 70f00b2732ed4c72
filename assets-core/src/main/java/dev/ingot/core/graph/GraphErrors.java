package dev.ingot.core.graph;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import java.util.Collection;
import java.util.List;

/** The failures of the graph. */
public final class GraphErrors {
    private GraphErrors() {}

    static IngotException invalid(List<String> problems) {
        String what = problems.size() == 1
                ? "The asset graph has a problem"
                : "The asset graph has " + problems.size() + " problems";
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_GRAPH, what)
                .because(String.join("\n", problems))
                .help("correct the definitions of the assets named"));
    }

    /** No asset has this name; the nearest one is suggested. */
    public static IngotException unknown(String text, Collection<AssetKey> keys) {
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_ASSET, "There is no asset '" + text + "'")
                .help(Suggestions.sentence(
                        text, keys.stream().map(AssetKey::toString).toList()))
                .help("see all assets with: ingot assets list"));
    }
}
