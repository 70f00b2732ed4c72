package dev.ingot.recommender.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TopKTest {

    @Test
    void largestFirst() {
        assertThat(TopK.of(new float[] {1, 9, 3, 7, 5}, 3)).containsExactly(1, 3, 4);
    }

    @Test
    void ofEqualNumbersTheLowerRowComesFirst() {
        assertThat(TopK.of(new float[] {2, 2, 2, 3, 2}, 3)).containsExactly(3, 0, 1);
    }

    @Test
    void fewerRowsThanAskedFor() {
        assertThat(TopK.of(new float[] {1, 2}, 5)).containsExactly(1, 0);
        assertThat(TopK.of(new float[] {}, 5)).isEmpty();
        assertThat(TopK.of(new float[] {1}, 0)).isEmpty();
    }

    @Test
    void excludedAndMeaninglessNumbersAreNeverAmongThem() {
        float[] values = {Float.NEGATIVE_INFINITY, Float.NaN, -5};

        assertThat(TopK.of(values, 3)).containsExactly(2);
    }

    @Test
    void agreesWithSorting() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            float[] values = new float[random.nextInt(50)];
            for (int i = 0; i < values.length; i++) {
                values[i] = random.nextInt(10);
            }
            int k = random.nextInt(12);

            int[] sorted = IntStream.range(0, values.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer row) -> -values[row])
                            .thenComparing(row -> row))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();

            assertThat(TopK.of(values, k)).as("seed %d", seed).containsExactly(sorted);
        }
    }
}
