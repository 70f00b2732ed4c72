package dev.ingot.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * What the two streams lead to. A terminal that cannot move its cursor, and one of a build server, counts as none.
 *
 * @param outIsTerminal whether a person sees standard output directly
 * @param errIsTerminal the same for standard error
 * @param colour whether colour is wanted where there is a terminal
 * @param columns of the terminal, asked when needed
 */
record Screen(boolean outIsTerminal, boolean errIsTerminal, boolean colour, IntSupplier columns) {
    private static final int USUAL_WIDTH = 100;

    /** Streams into files, pipes or memory. */
    static Screen none() {
        return new Screen(false, false, false, () -> USUAL_WIDTH);
    }

    /** The streams of this process. */
    static Screen ofProcess(Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb") || environment.containsKey("CI");
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Screen(!dumb && isTerminal(1), !dumb && isTerminal(2), colour, () -> width(environment));
    }

    /** Up to Java 21, which is the newest that Ingot runs on, Java tells only of input and output together; Linux tells of each. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    int width() {
        return columns.getAsInt();
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return isWidth(columns) ? Integer.parseInt(columns) : terminalWidth();
    }

    /** Shells do not pass COLUMNS on, and Java cannot ask a terminal itself. */
    private static int terminalWidth() {
        try {
            Process asking = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(asking.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            String columns = answer.substring(answer.indexOf(' ') + 1);
            return isWidth(columns) ? Integer.parseInt(columns) : USUAL_WIDTH;
        } catch (IOException e) {
            return USUAL_WIDTH;
        }
    }

    private static boolean isWidth(String text) {
        return text.matches("[1-9][0-9]{1,3}");
    }
}
