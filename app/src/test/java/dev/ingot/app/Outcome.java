package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SortedMap;

/**
 * What a run of the whole graph leaves, as far as it may not depend on where it ran.
 *
 * @param content the version of the data of every slice that no model has part in
 * @param rmse of the model, which is named by its step and differs in its last digits
 */
public record Outcome(SortedMap<String, String> content, double rmse) {
    private static final double TOLERANCE = 0.002;

    /** Of what a product has run. */
    public static Outcome of(Product product) {
        SortedMap<String, String> content = product.dataVersions();
        content.keySet().removeIf(slice -> slice.startsWith("recommender/") || slice.contains("/recommendations"));
        assertThat(content).hasSizeGreaterThan(20);
        return new Outcome(content, product.rmse());
    }

    public void isTheSameAs(Outcome other) {
        assertThat(content).isEqualTo(other.content);
        assertThat(rmse).isCloseTo(other.rmse, within(TOLERANCE));
    }
}
