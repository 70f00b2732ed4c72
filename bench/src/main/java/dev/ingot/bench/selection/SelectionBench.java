package dev.ingot.bench.selection;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.selection.Selection;
import java.util.Random;

/** Reads random texts as selections: half of them nonsense, half of them words of the language. */
public final class SelectionBench {
    private static final String[] WORDS = {
        "and",
        "or",
        "not",
        "(",
        ")",
        "+",
        "2",
        "@",
        "1996",
        "..",
        "|",
        "~",
        "*",
        "gold",
        "silver/movielens/ratings",
        "roots(",
        "sinks(",
        "tag:",
        "status:",
        "stale",
        "changed:",
        "any",
        "owner:",
        "\"",
        "\\",
        ",",
        " ",
        "a.b-c_d",
        "%20"
    };

    private SelectionBench() {}

    /** @param arguments how many texts, and the seed */
    public static void main(String[] arguments) {
        int texts = Integer.parseInt(arguments[0]);
        Random random = new Random(Long.parseLong(arguments[1]));
        int read = 0;
        int refused = 0;
        long letters = 0;
        long nanos = 0;
        for (int number = 0; number < texts; number++) {
            String text = random.nextBoolean() ? nonsense(random) : words(random);
            letters += text.length();
            long start = System.nanoTime();
            try {
                Selection.parse(text);
                read++;
            } catch (IngotException diagnostic) {
                refused++;
            } catch (RuntimeException | StackOverflowError broken) {
                throw new IllegalStateException("seed " + arguments[1] + ", text " + number + ": " + text, broken);
            }
            nanos += System.nanoTime() - start;
        }
        System.out.printf("read %d%nrefused %d%nletters %d%nseconds %.3f%n", read, refused, letters, nanos / 1e9);
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(30); more > 0; more--) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(random.nextInt(3) == 0 ? " " : "");
        }
        return text.toString();
    }

    private static String nonsense(Random random) {
        StringBuilder text = new StringBuilder();
        for (int more = random.nextInt(60); more > 0; more--) {
            text.append((char) (random.nextInt(20) == 0 ? random.nextInt(0x10000) : 32 + random.nextInt(95)));
        }
        return text.toString();
    }
}
