package dev.ingot.core.selection;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Whether an end of a span lies inside of what one of the known keys stands for: a day where they are months or weeks. */
    static boolean isFiner(Span span, PartitionSet known) {
        return isTime(span, known) && (isFiner(span.first(), known) || isFiner(span.last(), known));
    }

    private static boolean isFiner(PartitionKey end, PartitionSet known) {
        PartitionKey first = known.first();
        boolean between = first.compareTo(end) < 0 && end.compareTo(known.last()) < 0;
        return !known.contains(end)
                && !isCoarser(end, known)
                && (between || end.value().length() > first.value().length());
    }

    /** Whether both ends of a span and the known keys are times. */
    static boolean isTime(Span span, PartitionSet known) {
        return !span.isAny()
                && !known.isEmpty()
                && Stream.of(span.first(), span.last(), known.first())
                        .allMatch(key -> TIME.matcher(key.value()).matches());
    }

    private static boolean isCoarser(PartitionKey end, PartitionSet known) {
        String finest = known.first().value();
        return end.value().length() < finest.length()
                && TIME.matcher(end.value()).matches()
                && TIME.matcher(finest).matches()
                && !known.contains(end);
    }
}
