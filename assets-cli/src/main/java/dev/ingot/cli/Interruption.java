package dev.ingot.cli;

import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.error.ExitCode;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The user's wish to stop, by Ctrl-C or by {@code kill}.
 *
 * <p>A command that can stop in order says so by {@link #stopsInOrder}; the first signal then only cancels, and the command
 * ends by itself. Any other command, and a second signal, end the process at once. Thread-safe.
 */
public final class Interruption {
    private final Cancellation cancellation = new Cancellation();
    private @Nullable ExitCode signal;
    private boolean inOrder;
    private Runnable cleanup = () -> {};
    private Consumer<String> voice = System.err::println;

    Interruption() {}

    /** Cancelled by the first signal. */
    public Cancellation cancellation() {
        return cancellation;
    }

    /** Says that from now on the command watches {@link #cancellation}. */
    public synchronized void stopsInOrder() {
        inOrder = true;
    }

    /** Says who tells the user that a signal was heard: whoever writes to the terminal. */
    public synchronized void speaks(Consumer<String> through) {
        voice = through;
    }

    synchronized Consumer<String> voice() {
        return voice;
    }

    /** Says what to close before the process is ended in the middle of a command. */
    synchronized void closes(Runnable resources) {
        cleanup = resources;
    }

    synchronized Runnable cleanup() {
        return cleanup;
    }

    /** The exit code of the signal that came, if one did. */
    synchronized Optional<ExitCode> signal() {
        return Optional.ofNullable(signal);
    }

    /**
     * Takes a signal.
     *
     * @return whether the command will end by itself
     */
    boolean interrupt(ExitCode by) {
        boolean waits;
        synchronized (this) {
            waits = inOrder && signal == null;
            signal = by;
        }
        cancellation.cancel();
        return waits;
    }
}
