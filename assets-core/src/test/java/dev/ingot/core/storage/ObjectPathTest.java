package dev.ingot.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ObjectPathTest {
    private static final String LETTERS = "a/b-~é\uD7FF\uE000\uFFFD";

    @Test
    void pathsAreOrderedByTheirBytesInUtf8() {
        long seed = 20_261_121L;
        System.out.println("ObjectPathTest: seed " + seed);
        Random random = new Random(seed);
        for (int time = 0; time < 2000; time++) {
            ObjectPath left = path(random);
            ObjectPath right = path(random);
            assertThat(Integer.signum(left.compareTo(right)))
                    .as(left + " to " + right)
                    .isEqualTo(Integer.signum(Arrays.compareUnsigned(
                            left.text().getBytes(UTF_8), right.text().getBytes(UTF_8))));
        }
    }

    private static ObjectPath path(Random random) {
        StringBuilder text = new StringBuilder("x");
        for (int letter = random.nextInt(4); letter > 0; letter--) {
            int which = random.nextInt(LETTERS.length() + 1);
            text.append(which == LETTERS.length() ? "😀" : LETTERS.substring(which, which + 1));
        }
        return ObjectPath.of(text.append('x').toString().replace("//", "/"));
    }
}
