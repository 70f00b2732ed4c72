package dev.ingot.cli.progress;

import java.io.PrintWriter;
import java.util.List;

/**
 * The lowest lines of a terminal, which are written over, below a log that scrolls up. Where there is no terminal there is only
 * the log. The cursor rests below the pane. Not thread-safe.
 */
final class LivePane {
    private static final String UP = "\u001b[%dA";
    private static final String CLEAR_TO_LINE_END = "\u001b[K";
    private static final String CLEAR_BELOW = "\u001b[J";
    /** A line that is too long for a terminal that was made narrower must not become two. */
    private static final String WRAP_OFF = "\u001b[?7l";

    private static final String WRAP_ON = "\u001b[?7h";

    private final PrintWriter out;
    private final boolean live;
    private List<String> shown = List.of();

    LivePane(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    boolean isLive() {
        return live;
    }

    /** Prints a line above the pane. */
    void log(String line) {
        List<String> below = shown;
        out.print(back() + (live ? CLEAR_BELOW : "") + line + System.lineSeparator() + drawn(below));
        shown = below;
        out.flush();
    }

    /** Shows these lines instead of those before. */
    void show(List<String> lines) {
        if (live && !lines.equals(shown)) {
            out.print(back() + drawn(lines) + CLEAR_BELOW);
            shown = List.copyOf(lines);
            out.flush();
        }
    }

    /** Leaves nothing but the log. */
    void clear() {
        show(List.of());
    }

    private String back() {
        return shown.isEmpty() ? "" : "\r" + UP.formatted(shown.size());
    }

    private static String drawn(List<String> lines) {
        return lines.isEmpty()
                ? ""
                : WRAP_OFF
                        + String.join(
                                "",
                                lines.stream()
                                        .map(line -> line + CLEAR_TO_LINE_END + "\n")
                                        .toList())
                        + WRAP_ON;
    }
}
