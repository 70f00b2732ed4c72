package dev.ingot.core.plan;

import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What one range of partitions means, key by key and letter by letter.
 *
 * @param text as it is typed; empty for everything
 */
record ReferenceRange(String text) {
    /** Of every length that a random project's keys have; of two dimensions, of none of its assets, and beside them. */
    static final List<String> SAMPLES = List.of(
            "2003",
            "2002..2003",
            "2007",
            "2002-12",
            "2002-12..2003-01",
            "2002-12-05..2003-01-20",
            "2026",
            "2026-02",
            "2026-02-27",
            "2026-02-26..2026-02-28",
            "2026-02-28T22..2026-03-01T03",
            "a",
            "b..c",
            "2003~a",
            "2004~*",
            "b~a");

    private static final Pattern TIME = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}.*)?)?)?");

    static ReferenceRange everything() {
        return new ReferenceRange("");
    }

    /** Whether a key lies in the range; coarser ends mean all that begins as they do. */
    boolean holds(PartitionKey key) {
        List<String> values = key.isWhole() ? List.of() : key.values();
        return text.isEmpty() || values.isEmpty() || values.size() == spans().size() && all(values);
    }

    private boolean all(List<String> values) {
        for (int dimension = 0; dimension < values.size(); dimension++) {
            if (!holds(spans().get(dimension), values.get(dimension))) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(String span, String value) {
        if (span.equals("*")) {
            return true;
        }
        String[] ends = ends(span);
        boolean begins = isTime(ends[1]) && isTime(value) && value.startsWith(ends[1]);
        return compare(value, ends[0]) >= 0 && (begins || compare(value, ends[1]) <= 0);
    }

    /** In the order of keys, but for a coarser end, which comes before all that begin as it does. */
    private static int compare(String value, String end) {
        return isTime(value) && isTime(end) && end.length() < value.length()
                ? value.compareTo(end)
                : PartitionKey.of(value).compareTo(PartitionKey.of(end));
    }

    /** Whether an asset with these partitions goes by other things than the range, or by coarser times. */
    boolean isForeignTo(PartitionSet partitions) {
        if (text.isEmpty()) {
            return false;
        }
        List<PartitionKey> keys = partitions.stream().toList();
        if (keys.get(0).values().size() != spans().size()) {
            return true;
        }
        for (int dimension = 0; dimension < spans().size(); dimension++) {
            int number = dimension;
            if (isForeign(
                    spans().get(dimension),
                    keys.stream().map(key -> key.values().get(number)).toList())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeign(String span, List<String> values) {
        if (isTime(values.get(0)) && Arrays.stream(ends(span)).allMatch(ReferenceRange::isTime)) {
            return Arrays.stream(ends(span))
                    .anyMatch(end -> end.length() > values.get(0).length());
        }
        return values.stream().noneMatch(value -> holds(span, value));
    }

    private List<String> spans() {
        return List.of(text.split("~"));
    }

    private static String[] ends(String span) {
        String[] ends = span.split("\\.\\.");
        return ends.length == 2 ? ends : new String[] {span, span};
    }

    private static boolean isTime(String text) {
        return TIME.matcher(text).matches();
    }
}
