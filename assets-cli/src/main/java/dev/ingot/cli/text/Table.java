package dev.ingot.cli.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows under headings, in columns as wide as they need to be. Numbers stand right, all else left; a null is an empty cell.
 * Where a line would be too long, the widest columns give way and their values end in {@code …}.
 */
public final class Table {
    private static final String GAP = "  ";
    private static final int LEAST = 8;

    private final List<String> columns;
    private final List<List<String>> cells = new ArrayList<>();
    private final boolean[] numeric;

    public Table(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        this.columns = List.copyOf(columns);
        this.numeric = new boolean[columns.size()];
        for (int column = 0; column < numeric.length; column++) {
            int at = column;
            numeric[at] = rows.stream().anyMatch(row -> row.get(at) != null)
                    && rows.stream().allMatch(row -> row.get(at) == null || row.get(at) instanceof Number);
        }
        rows.forEach(row -> cells.add(row.stream().map(Table::cell).toList()));
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString().replaceAll("\\R", "⏎").replace('\t', ' ');
    }

    /** The headings and the rows, each a line without a line end. At most so many columns wide where that is possible. */
    public List<String> lines(int width) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, widths));
        cells.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    private int[] widths(int most) {
        int[] widths = new int[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            int at = column;
            widths[at] = Math.max(
                    columns.get(at).length(),
                    cells.stream().mapToInt(row -> row.get(at).length()).max().orElse(0));
        }
        int room = most - GAP.length() * Math.max(0, widths.length - 1);
        for (int widest = widest(widths); sum(widths) > room && widths[widest] > LEAST; widest = widest(widths)) {
            widths[widest]--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int column = 1; column < widths.length; column++) {
            widest = widths[column] > widths[widest] ? column : widest;
        }
        return widest;
    }

    private static int sum(int[] widths) {
        return java.util.Arrays.stream(widths).sum();
    }

    private String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String text = shortened(row.get(column), widths[column]);
            String blanks = " ".repeat(widths[column] - text.length());
            line.append(column == 0 ? "" : GAP).append(numeric[column] ? blanks + text : text + blanks);
        }
        return line.toString().stripTrailing();
    }

    private static String shortened(String text, int width) {
        return text.length() <= width ? text : text.substring(0, Math.max(0, width - 1)) + "…";
    }
}
