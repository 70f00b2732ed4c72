package dev.ingot.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the two streams lead to. A terminal that cannot move its cursor, and one of a build server, counts as none.
 *
 * @param outIsTerminal whether a person sees standard output directly
 * @param errIsTerminal the same for standard error
 * @param colour whether colour is wanted where there is a terminal
 * @param width columns of the terminal
 */
record Screen(boolean outIsTerminal, boolean errIsTerminal, boolean colour, int width) {
    private static final int USUAL_WIDTH = 100;

    /** Streams into files, pipes or memory. */
    static Screen none() {
        return new Screen(false, false, false, USUAL_WIDTH);
    }

    /** The streams of this process. */
    static Screen ofProcess(Map<String, String> environment) {
        boolean dumb = environment.getOrDefault("TERM", "").equals("dumb") || environment.containsKey("CI");
        boolean colour = environment.getOrDefault("NO_COLOR", "").isEmpty();
        return new Screen(!dumb && isTerminal(1), !dumb && isTerminal(2), colour, width(environment));
    }

    /** Up to Java 21, which is the newest that Ingot runs on, Java tells only of input and output together; Linux tells of each. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        try {
            String target = Files.readSymbolicLink(link).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (java.io.IOException | UnsupportedOperationException e) {
            return System.console() != null;
        }
    }

    private static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
