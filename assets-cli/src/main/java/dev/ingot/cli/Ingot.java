package dev.ingot.cli;

import com.google.inject.Module;
import dev.ingot.core.error.ExitCode;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jline.utils.Signals;

/** The way in: arguments and modules to an exit status. */
public final class Ingot {
    private static final long CLOSING_MILLIS = 5_000;
    /** Whoever sends a termination kills after 10 s. */
    private static final long TERMINATING_MILLIS = 9_500;

    private Ingot() {}

    /**
     * Runs one command for this process and ends the process with its exit status. An interrupt (Ctrl-C) or a termination
     * stops a run in order; a second one ends the process at once, and so does a termination after 10 s.
     *
     * @param arguments the words after {@code ingot}
     * @param modules the product
     */
    public static void main(String[] arguments, Module... modules) {
        Interruption interruption = new Interruption();
        halts("INT", ExitCode.INTERRUPTED, interruption);
        halts("TERM", ExitCode.TERMINATED, interruption);
        Streams streams = new Streams(System.out, System.err, Screen.ofProcess(System.getenv()));
        int status =
                new Invocation(Path.of(""), System.getenv(), List.of(modules), streams, interruption).run(arguments);
        System.exit(status);
    }

    /**
     * Runs one command and returns. Nothing of the process is touched: no exit, no signal, no standard stream.
     *
     * @param surroundings what it sees instead of the process's own
     * @param arguments the words after {@code ingot}
     * @param modules the product
     * @return the exit status; see {@link ExitCode}
     */
    public static int run(Surroundings surroundings, String[] arguments, Module... modules) {
        Streams streams = new Streams(surroundings.out(), surroundings.err(), Screen.none());
        return new Invocation(
                        surroundings.working(),
                        surroundings.environment(),
                        List.of(modules),
                        streams,
                        new Interruption())
                .run(arguments);
    }

    /**
     * Java's own way, a shutdown hook, comes too late: Spark's would have stopped the session before a step could be told.
     * JLine finds the JDK's signal handling by reflection, so that no unsupported class is named here.
     */
    private static void halts(String signal, ExitCode code, Interruption interruption) {
        Signals.register(signal, () -> {
            boolean first = interruption.signal().isEmpty();
            if (first && code == ExitCode.TERMINATED) {
                haltLater(code);
            }
            if (interruption.interrupt(code)) {
                interruption.voice().accept("Stopping; the same again ends it at once.");
            } else {
                end(code, first ? interruption.cleanup() : () -> {});
            }
        });
    }

    /** A server that does not answer, or a library that does not close, must not keep the process. */
    private static void haltLater(ExitCode code) {
        Thread watchdog = new Thread(
                () -> {
                    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TERMINATING_MILLIS);
                    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    Runtime.getRuntime().halt(code.status());
                },
                "ingot-watchdog");
        watchdog.setDaemon(true);
        watchdog.start();
    }

    /** Closes what can be closed within a few seconds, and ends the process. */
    private static void end(ExitCode code, Runnable cleanup) {
        Thread closing = new Thread(cleanup, "ingot-close");
        closing.setDaemon(true);
        closing.start();
        try {
            closing.join(CLOSING_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code.status());
    }
}
