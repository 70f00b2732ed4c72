package dev.ingot.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/** The two streams that a command prints to, and what they lead to. */
record Streams(PrintStream out, PrintStream err, Screen screen) {
    Console console(Console.Format format) {
        return new Console(writer(out), writer(err), screen, format);
    }

    /** Lines appear as they are printed; always in UTF-8, so that files and pipes do not depend on the machine. */
    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }
}
