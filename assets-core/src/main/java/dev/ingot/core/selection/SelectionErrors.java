package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.partition.PartitionKey;
import java.util.ArrayList;
import java.util.List;

/** The failures of selections. */
final class SelectionErrors {
    private SelectionErrors() {}

    static IngotException unexpected(String text, int position, String wanted) {
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
        return new IngotException(invalid(text, position, wanted + " was expected here, not " + found));
    }

    /** The same failure, with the place in the expression where it happened. */
    static IngotException at(String text, int position, IngotException cause) {
        return new IngotException(invalid(text, position, cause.diagnostic().what()), cause);
    }

    private static Diagnostic invalid(String text, int position, String why) {
        return Diagnostic.of(ErrorCode.INVALID_SELECTION, "The selection cannot be read")
                .at(text + "\n" + " ".repeat(position) + "^")
                .because(why)
                .help("examples: silver/movielens/ratings   gold   +warehouse   silver/movielens/ratings@1996..1998");
    }

    static IngotException fitsNothing(String pattern, List<AssetKey> keys) {
        List<String> names =
                new ArrayList<>(keys.stream().map(AssetKey::toString).toList());
        names.addAll(Layer.texts());
        String near = pattern.contains("*") ? null : Suggestions.sentence(pattern, names);
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_ASSET, "There is no asset '" + pattern + "'")
                .help(near)
                .help("see all assets with: ingot assets list"));
    }

    static IngotException backwards(PartitionKey first, PartitionKey last) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_PARTITION, "The range " + first + ".." + last + " runs backwards")
                        .help("write it as " + last + ".." + first));
    }

    static IngotException emptyPartition(String text) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, "A partition is missing in '" + text + "'")
                .help("examples: 1997   1996..1998   1996,1998"));
    }

    static IngotException unpartitioned(AssetKey asset, PartitionFilter partitions) {
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, asset + " has no partition " + partitions)
                .because("it is not partitioned")
                .help("leave the partitions out"));
    }
}
