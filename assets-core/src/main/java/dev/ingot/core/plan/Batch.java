package dev.ingot.core.plan;

/**
 * The place of a step among those of the same asset in the same plan.
 *
 * @param index from 1
 * @param count how many there are
 */
public record Batch(int index, int count) {
    private static final Batch SINGLE = new Batch(1, 1);

    /** The only one. */
    public static Batch single() {
        return SINGLE;
    }

    public boolean isSingle() {
        return count == 1;
    }

    @Override
    public String toString() {
        return index + " of " + count;
    }
}
