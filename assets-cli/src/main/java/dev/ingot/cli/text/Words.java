package dev.ingot.cli.text;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Numbers, sizes and durations as people read them. */
public final class Words {
    private static final List<String> UNITS = List.of("B", "KB", "MB", "GB", "TB", "PB", "EB");

    private Words() {}

    /** With thin groups: {@code 100 836}. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value).replace(',', '\u2009');
    }

    /** {@code 1 step}, {@code 2 steps}. */
    public static String count(long value, String noun) {
        return number(value) + " " + noun + (value == 1 ? "" : noun.endsWith("ch") ? "es" : "s");
    }

    /** {@code 0.4 s}, {@code 12 s}, {@code 3 min 5 s}, {@code 2 h 10 min}. */
    public static String duration(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
        }
        if (seconds >= 3600) {
            return number(seconds / 3600) + " h " + seconds / 60 % 60 + " min";
        }
        return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
    }

    /** {@code 812 B}, {@code 2.1 MB}, {@code 340 MB}; each unit is 1024 of the one before. */
    public static String size(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 1000 && unit < UNITS.size() - 1) {
            value /= 1024;
            unit++;
        }
        return String.format(Locale.ROOT, value < 10 && unit > 0 ? "%.1f %s" : "%.0f %s", value, UNITS.get(unit));
    }

    /** Headings and rows, a line each, columns aligned to the left; a column that is empty in all rows is left out. */
    public static List<String> table(List<List<String>> headingsAndRows) {
        List<List<String>> rows = headingsAndRows.subList(1, headingsAndRows.size());
        List<Integer> columns = IntStream.range(0, headingsAndRows.get(0).size())
                .filter(column -> rows.stream().anyMatch(row -> !row.get(column).isEmpty()))
                .boxed()
                .toList();
        List<Integer> widths =
                columns.stream().map(column -> width(headingsAndRows, column)).toList();
        return headingsAndRows.stream()
                .map(row -> IntStream.range(0, columns.size())
                        .mapToObj(at -> padded(row.get(columns.get(at)), widths.get(at)))
                        .collect(Collectors.joining("  "))
                        .stripTrailing())
                .toList();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }

    /** The text, and blanks up to a width. */
    public static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
