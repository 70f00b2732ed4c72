package dev.ingot.core.asset;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;

/** The failures of definitions. */
final class AssetErrors {
    private AssetErrors() {}

    static IngotException negativeBatch(long bytes, int partitions) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_GRAPH, "A batch cannot be limited to less than nothing")
                        .at(bytes + " bytes, " + partitions + " partitions"));
    }

    static IngotException invalidPolicy(String what) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_GRAPH, "Steps cannot be run like that")
                .because(what));
    }

    static IngotException invalidKey(String text) {
        int slash = text.indexOf('/');
        String first = slash < 0 ? text : text.substring(0, slash);
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_KEY, "Not an asset key: '" + text + "'")
                .because("a key is layer/domain/name, its layer one of " + String.join(", ", Layer.texts())
                        + ", its other parts small letters, digits and _")
                .help(
                        Layer.find(first).isPresent()
                                ? "see the keys with: ingot assets list"
                                : Suggestions.sentence(first, Layer.texts())));
    }
}
