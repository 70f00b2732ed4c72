package dev.ingot.core.event;

import java.util.Optional;

/**
 * The id of a step, which makes its commit idempotent: the run's id, a dot and the step's number in the plan, from 1.
 *
 * @param run the run that the step belongs to
 * @param number its place in the plan, from 1
 */
public record StepId(RunId run, int number) implements Comparable<StepId> {
    /** Undoes {@link #toString}. */
    public static StepId parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("not a step id: " + text);
        }
        return new StepId(new RunId(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
    }

    /** The same; empty for a text that is no step id. */
    public static Optional<StepId> find(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(StepId other) {
        int order = run.compareTo(other.run);
        return order != 0 ? order : Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return run + "." + number;
    }
}
