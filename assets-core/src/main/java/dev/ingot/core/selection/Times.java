package dev.ingot.core.selection;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.regex.Pattern;

/** Years, months, days and hours as keys are named by them: a coarser one is the beginning of the finer ones within. */
final class Times {
    private static final Pattern TIME = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}.*)?)?)?");

    private Times() {}

    /** From the first to the last of the known keys that lie within a span whose ends are coarser; the span if none is. */
    static Span finer(Span span, PartitionSet known) {
        if (span.isAny() || known.isEmpty()) {
            return span;
        }
        boolean early = isCoarser(span.first(), known);
        boolean late = isCoarser(span.last(), known);
        if (!early && !late) {
            return span;
        }
        // Between a coarser time and what is finer about it stands - or T, and ~ comes after both.
        PartitionKey first = early ? PartitionKey.of(span.first().value() + "-") : span.first();
        PartitionKey last = late ? PartitionKey.of(span.last().value() + "~") : span.last();
        PartitionSet within = first.compareTo(last) > 0 ? PartitionSet.empty() : known.range(first, last);
        return within.isEmpty() ? span : new Span(within.first(), within.last());
    }

    private static boolean isCoarser(PartitionKey end, PartitionSet known) {
        String finest = known.first().value();
        return end.value().length() < finest.length()
                && TIME.matcher(end.value()).matches()
                && TIME.matcher(finest).matches()
                && !known.contains(end);
    }
}
