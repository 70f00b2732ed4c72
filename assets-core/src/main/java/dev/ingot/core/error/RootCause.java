package dev.ingot.core.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a failure comes from, beneath all that wraps it, in words that are short enough for people. */
public final class RootCause {
    private static final int LINES = 3;
    private static final int LETTERS = 400;

    /** Kinds that say nothing beyond their message. */
    private static final Set<String> SILENT = Set.of("runtimeexception", "exception", "sparkexception");

    /** How a scheduler tells of a task, where it could not bring the exception itself. */
    private static final Pattern LOST_TASK =
            Pattern.compile("most recent failure: (?:Lost task [^:]*?\\): )?(.*)", Pattern.DOTALL);

    private static final Pattern CAUSED_BY = Pattern.compile("(?m)^\\s*Caused by: (.*)$");

    /** Where what follows is a trace, a query plan, or the place in the code, each of which stands elsewhere. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?m)^\\s+at |^Driver stacktrace:|;\\R\\s*'|;\\R\\s*[A-Z][A-Za-z]* [\\[(]|^== DataFrame ==");

    private static final Pattern STATE = Pattern.compile(" SQLSTATE: [0-9A-Z]{5}");

    private RootCause() {}

    /** The failure and what caused it, outermost first; libraries do build circles of causes. */
    public static List<Throwable> chain(Throwable failure) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = failure; cause != null && !causes.contains(cause); cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }

    /** The innermost cause. */
    public static Throwable of(Throwable failure) {
        List<Throwable> causes = chain(failure);
        return causes.get(causes.size() - 1);
    }

    /** The kind and the message of the innermost cause, without traces and plans, cut to a few hundred letters. */
    public static String text(Throwable failure) {
        Throwable root = of(failure);
        String message = root.getMessage() == null ? "" : root.getMessage();
        String told = essence(message);
        String kind = root.getClass().getSimpleName();
        if (told.isEmpty()) {
            return kind + " without a message";
        }
        boolean silent = SILENT.contains(kind.toLowerCase(Locale.ROOT))
                || LOST_TASK.matcher(message).find();
        return silent ? told : kind + ": " + told;
    }

    /** What matters of a message: such as Spark's, which can run over pages. */
    static String essence(String message) {
        String text = message;
        Matcher lost = LOST_TASK.matcher(text);
        if (lost.find()) {
            text = innermost(lost.group(1));
        }
        Matcher aside = ASIDE.matcher(text);
        if (aside.find()) {
            text = text.substring(0, aside.start());
        }
        List<String> lines = STATE.matcher(text)
                .replaceAll("")
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        String told = String.join(" ", lines.subList(0, Math.min(lines.size(), LINES)));
        return told.length() <= LETTERS ? told : told.substring(0, LETTERS - 1) + "…";
    }

    /** Of an exception that was printed with its causes the line of the last one. */
    private static String innermost(String printed) {
        String last = printed;
        for (Matcher cause = CAUSED_BY.matcher(printed); cause.find(); ) {
            last = cause.group(1);
        }
        return last;
    }
}
