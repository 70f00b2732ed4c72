package dev.ingot.cli;

import dev.ingot.cli.text.Json;
import dev.ingot.cli.text.Style;
import dev.ingot.cli.text.Table;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Where a command prints: data on {@link #out}, everything else on {@link #err}. With {@code -o json} exactly one JSON
 * document goes to {@link #out}. Injected into commands; not thread-safe.
 */
public final class Console {
    private final PrintWriter out;
    private final PrintWriter err;
    private final Screen screen;
    private final Format format;
    private int width;

    /** What the options say of output, asked when it is needed. */
    interface Format {
        boolean json();

        default ProgressMode progress() {
            return ProgressMode.AUTO;
        }
    }

    Console(PrintWriter out, PrintWriter err, Screen screen, Format format) {
        this.out = out;
        this.err = err;
        this.screen = screen;
        this.format = format;
    }

    /** Standard output: what the user asked for. */
    public PrintWriter out() {
        return out;
    }

    /** Standard error: progress, hints and warnings. */
    public PrintWriter err() {
        return err;
    }

    /** Whether {@code -o json} was said. */
    public boolean isJson() {
        return format.json();
    }

    /** How runs are to be followed on {@link #err}. */
    public ProgressMode progress() {
        return format.progress();
    }

    /** Whether a person watches {@link #err} on a terminal, so that a line may be written over. */
    public boolean isLive() {
        return screen.errIsTerminal() && progress() == ProgressMode.AUTO;
    }

    /** Columns of the terminal as it was when first asked; 100 where nobody knows. */
    public int width() {
        if (width == 0) {
            width = screen.width();
        }
        return width;
    }

    /**
     * Prints rows to {@link #out}: as a table for people, or with {@code -o json} as an array with an object a row, in which
     * the columns' names are the keys (the second of two alike gets {@code _2}).
     *
     * @param columns the headings
     * @param rows as long as there are headings; numbers as numbers, so that they stand right; null where there is no value
     */
    public void table(List<String> columns, List<? extends List<? extends @Nullable Object>> rows) {
        if (isJson()) {
            json(rows.stream().map(row -> object(columns, row)).toList());
            return;
        }
        List<String> lines = new Table(columns, rows).lines(screen.outIsTerminal() ? width() : Integer.MAX_VALUE);
        out.println(style(out, Style.STRONG, lines.get(0)));
        lines.subList(1, lines.size()).forEach(out::println);
    }

    private static Map<String, @Nullable Object> object(List<String> columns, List<? extends @Nullable Object> row) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            object.put(unused(columns.get(column), object), row.get(column));
        }
        return object;
    }

    /** A query may name two columns alike; an object cannot. */
    private static String unused(String name, Map<String, ?> object) {
        String key = name;
        for (int number = 2; object.containsKey(key); number++) {
            key = name + "_" + number;
        }
        return key;
    }

    /**
     * Prints one JSON document to {@link #out}: records (their names become {@code snake_case}), maps, lists, texts, numbers,
     * booleans; optionals as value or null, durations as seconds, everything else as the text that it prints.
     */
    public void json(Object value) {
        out.println(Json.print(value));
    }

    /** The text in that style if the writer, {@link #out} or {@link #err}, is a terminal that wants colour. */
    public String style(PrintWriter writer, Style style, String text) {
        boolean terminal = writer == out ? screen.outIsTerminal() : screen.errIsTerminal();
        return terminal && screen.colour() ? style.on(text) : text;
    }

    /** Lines for people that belong to the result: to {@link #out}, but to {@link #err} where that is for a machine. */
    public void say(String... lines) {
        PrintWriter writer = isJson() ? err : out;
        List.of(lines).forEach(writer::println);
    }

    /**
     * Asks on the terminal; anything but y or yes is a no.
     *
     * @param flag the option that says yes beforehand
     * @throws IngotException with code {@code invalid-argument} where there is nobody to ask
     */
    public boolean confirms(String question, String flag) {
        java.io.Console keyboard = screen.errIsTerminal() ? System.console() : null;
        if (keyboard == null) {
            throw new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, "There is nobody to ask: " + question)
                    .because("this is not a terminal")
                    .help("say yes beforehand: " + flag));
        }
        flush();
        String answer = keyboard.readLine("%s [y/N] ", question);
        return answer != null && List.of("y", "yes").contains(answer.strip().toLowerCase(Locale.ROOT));
    }

    /** Whether picocli's help, which goes to {@link #out}, may use colour. */
    CommandLine.Help.Ansi ansi() {
        return screen.outIsTerminal() && screen.colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF;
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
