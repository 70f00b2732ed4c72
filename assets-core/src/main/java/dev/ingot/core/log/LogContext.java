package dev.ingot.core.log;

import dev.ingot.core.event.StepId;
import java.util.function.Supplier;
import org.slf4j.MDC;

/** Tells whatever logs in a thread which step it works for. */
public final class LogContext {
    /**
     * The name under which the thread's logging context holds the {@linkplain RunLogs#name name} of the step's log. It begins
     * with {@code mdc.} because Spark hands local properties of such names on to the logging context of its tasks.
     */
    public static final String KEY = "mdc.ingot.step";

    private LogContext() {}

    /** Does the work of a step in this thread. */
    public static <T> T in(StepId step, Supplier<T> work) {
        MDC.put(KEY, RunLogs.name(step));
        try {
            return work.get();
        } finally {
            MDC.remove(KEY);
        }
    }
}
