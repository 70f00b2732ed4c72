package dev.ingot.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A terminal that understands what is needed to write lines over, and tells what a person would see. */
public final class FakeScreen {
    private static final Pattern PIECE =
            Pattern.compile("\u001b\\[(?<number>[0-9?]*)(?<letter>[A-Za-z])|(?<text>[^\u001b\r\n]+)|(?<end>[\r\n])");

    private final StringWriter written = new StringWriter();
    private final boolean live;
    private final boolean colour;
    private final int width;

    private FakeScreen(boolean live, boolean colour, int width) {
        this.live = live;
        this.colour = colour;
        this.width = width;
    }

    public static FakeScreen terminal(int width) {
        return new FakeScreen(true, false, width);
    }

    public static FakeScreen colourTerminal(int width) {
        return new FakeScreen(true, true, width);
    }

    public static FakeScreen pipe() {
        return new FakeScreen(false, true, 100);
    }

    public Console console() {
        PrintWriter writer = new PrintWriter(written);
        return new Console(writer, writer, new Screen(live, live, colour, () -> width), () -> false);
    }

    /** Every letter that was written, commands to the terminal included. */
    public String written() {
        return written.toString();
    }

    /** The lines that stand there now. */
    public List<String> lines() {
        List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
        int row = 0;
        int column = 0;
        Matcher piece = PIECE.matcher(written());
        while (piece.find()) {
            if (piece.group("text") != null) {
                lines.get(row)
                        .replace(
                                column,
                                Math.min(
                                        column + piece.group("text").length(),
                                        lines.get(row).length()),
                                piece.group("text"));
                column += piece.group("text").length();
            } else if (piece.group("end") != null) {
                column = 0;
                row += piece.group("end").equals("\n") ? 1 : 0;
            } else {
                switch (piece.group("letter")) {
                    case "A" -> row -= Integer.parseInt(piece.group("number"));
                    case "K" -> lines.get(row).setLength(column);
                    case "J" -> {
                        lines.get(row).setLength(column);
                        lines.subList(row + 1, lines.size()).clear();
                    }
                    default -> {}
                }
            }
            while (lines.size() <= row) {
                lines.add(new StringBuilder());
            }
        }
        return lines.stream()
                .map(StringBuilder::toString)
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
