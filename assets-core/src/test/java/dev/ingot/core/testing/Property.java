package dev.ingot.core.testing;

import java.util.Random;

/**
 * Runs a statement over many random cases. A failure names the seed of its case; {@code -Dingot.test.seed=SEED} runs that case
 * alone.
 */
public final class Property {
    private static final String SEED = "ingot.test.seed";
    private static final long FIRST = 20260301;

    private static final String[] HOSTILE = {
        "", " ", "a", "Z", "0", "9", "10", "007", "1a", "_", "-", "~", "%", "%41", "%%", "+", "@", ",", "|", "..", ".",
        "/", "\\", "'", "\"", "\u0000", "\n", "\t", "\u007f", "é", "e\u0301", "→", "😀", "\uffff", "=", "*", "a b",
        "null", "silver"
    };

    private Property() {}

    /** One case. */
    @FunctionalInterface
    public interface Case {
        void check(Random random) throws Exception;
    }

    public static void forAll(int cases, Case statement) {
        String chosen = System.getProperty(SEED);
        if (chosen != null) {
            check(Long.parseLong(chosen), statement);
            return;
        }
        for (int number = 0; number < cases; number++) {
            check(FIRST + number, statement);
        }
    }

    private static void check(long seed, Case statement) {
        try {
            statement.check(new Random(seed));
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("with -D" + SEED + "=" + seed + ": " + failure.getMessage(), failure);
        }
    }

    /** A text of up to so many pieces that somebody forgot to think of; may be empty. */
    public static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        int pieces = random.nextInt(most + 1);
        for (int piece = 0; piece < pieces; piece++) {
            text.append(HOSTILE[random.nextInt(HOSTILE.length)]);
        }
        return text.toString();
    }
}
