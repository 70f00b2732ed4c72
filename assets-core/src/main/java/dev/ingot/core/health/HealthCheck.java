package dev.ingot.core.health;

import dev.ingot.core.error.ErrorCode;

/** Looks at one thing that Ingot needs: a service, a resource of the machine. Changes nothing that lasts. */
public interface HealthCheck {
    /** What it looks at, in a word or two. */
    String name();

    /** The code of a failure that nobody foresaw, or of an answer that does not come. */
    ErrorCode failure();

    /**
     * Looks.
     *
     * @return what was found
     * @throws Exception also means that something is wrong; an {@link dev.ingot.core.error.IngotException} says what
     */
    Health look() throws Exception;
}
