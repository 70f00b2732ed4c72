package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.Partitioning;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** The failures of selections. */
final class SelectionErrors {
    /** How many letters of a long text are shown on each side. */
    private static final int AROUND = 60;

    /** Letters that would move the mark away from its place. */
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private static final String UNREADABLE = "The selection cannot be read";
    private static final String EXAMPLES =
            "examples: silver/movielens/ratings   gold   +warehouse   silver/movielens/ratings@1996..1998";

    private SelectionErrors() {}

    static IngotException unexpected(String text, int position, String wanted) {
        String found = position < text.length() ? "'" + text.charAt(position) + "'" : "the end";
        return new IngotException(invalid(text, position, wanted + " was expected here, not " + found));
    }

    static IngotException unknownWord(String text, int position, String word, List<String> known) {
        String why = "'" + word + "' is none of " + String.join(", ", known);
        String near = Suggestions.sentence(word, known);
        return new IngotException(invalid(text, position, near == null ? why : why + "; " + near));
    }

    static IngotException badHops(String text, int position, String digits) {
        return new IngotException(
                invalid(text, position, "'" + digits + "' is no number of hops: they go from 1 to 9999"));
    }

    static IngotException openQuote(String text, int position) {
        return new IngotException(invalid(text, position, "this quote is never closed"));
    }

    static IngotException tooDeep(String text, int position, int deepest) {
        return new IngotException(invalid(text, position, "it is nested more than " + deepest + " deep"));
    }

    /** The same failure, with the place in the expression where it happened. */
    static IngotException at(String text, int position, IngotException cause) {
        Diagnostic told = Diagnostic.of(ErrorCode.INVALID_SELECTION, UNREADABLE)
                .at(marked(text, position))
                .because(cause.diagnostic().what());
        for (String help : cause.diagnostic().help()) {
            told = told.help(help);
        }
        return new IngotException(told.help(EXAMPLES), cause);
    }

    /** The same failure, with the expression and its mark below the place that it names. */
    static IngotException beside(String marked, IngotException cause) {
        String place = cause.diagnostic().where().map(where -> where + "\n").orElse("") + marked;
        return new IngotException(cause.diagnostic().at(place), cause);
    }

    /** The same failure, naming the asset that has no such partition. */
    static IngotException of(AssetKey asset, IngotException cause) {
        return new IngotException(
                cause.diagnostic().at(asset.toString()).help("see them with: ingot partitions " + asset), cause);
    }

    static IngotException otherDimensions(AssetKey asset, Range range, Partitioning partitioning) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, asset + " has no partition " + range)
                .because("it is partitioned by " + String.join(" and ", partitioning.columns()) + ", and " + range
                        + " has " + range.spans().size() + (range.spans().size() == 1 ? " dimension" : " dimensions"))
                .help("give each dimension a value, a range or *, with ~ between them"));
    }

    static IngotException outside(AssetKey asset, Range range, Partitioning partitioning) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_PARTITION, asset + " has no partition in " + range)
                .because("the partitions are " + partitioning)
                .help("see them with: ingot partitions " + asset));
    }

    private static Diagnostic invalid(String text, int position, String why) {
        return Diagnostic.of(ErrorCode.INVALID_SELECTION, UNREADABLE)
                .at(marked(text, position))
                .because(why)
                .help(EXAMPLES);
    }

    /** A mark under the letter, on the next line; of a long text only what is around it. */
    static String marked(String text, int position) {
        int from = Math.max(0, position - AROUND);
        int to = Math.min(text.length(), position + AROUND);
        String line = (from > 0 ? "…" : "") + text.substring(from, to) + (to < text.length() ? "…" : "");
        String mark = " ".repeat(position - from + (from > 0 ? 1 : 0)) + "^";
        return CONTROL.matcher(line).replaceAll(" ") + "\n" + mark;
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

    static IngotException unpartitioned(Collection<AssetKey> assets, PartitionFilter partitions) {
        String names = String.join(", ", assets.stream().map(AssetKey::toString).toList());
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, names + " has no partition " + partitions)
                .because("it is not partitioned")
                .help("leave the partitions out"));
    }
}
