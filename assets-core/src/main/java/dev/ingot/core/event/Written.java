package dev.ingot.core.event;

/**
 * What a step wrote.
 *
 * @param rows good rows
 * @param rejected rejected rows
 * @param bytes size where they are stored; 0 where that is not known
 */
public record Written(long rows, long rejected, long bytes) {
    private static final Written NOTHING = new Written(0, 0, 0);

    public static Written nothing() {
        return NOTHING;
    }
}
