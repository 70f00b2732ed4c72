package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.app.Product;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/**
 * What a run of the whole graph leaves, as far as it may not depend on where it ran.
 *
 * @param content the version of the data of every slice that no model has part in
 * @param rmse of the model, which is named by its step and differs in its last digits
 */
record Outcome(SortedMap<String, String> content, double rmse) {
    static final SampleSettings SAMPLE = new SampleSettings(1, 2_000, 0.05);
    private static final double TOLERANCE = 0.002;

    /** Lands the sample and runs everything. */
    static Outcome of(Product product) throws IOException {
        product.lands(SAMPLE);
        assertThat(product.materializes().values()).containsOnly("succeeded");
        SortedMap<String, String> content = product.dataVersions();
        content.keySet().removeIf(slice -> slice.startsWith("recommender/") || slice.contains("/recommendations"));
        assertThat(content).hasSizeGreaterThan(20);
        return new Outcome(content, product.rmse());
    }

    /** The outcome on this disk, by Spark in this process; computed once. */
    static synchronized Outcome embedded() throws IOException {
        return Embedded.OUTCOME;
    }

    private static final class Embedded {
        static final Outcome OUTCOME = run();

        private static Outcome run() {
            try {
                Path folder = Files.createTempDirectory("ingot-embedded");
                return of(new Product(folder));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }

    void isTheSameAs(Outcome other) {
        assertThat(content).isEqualTo(other.content);
        assertThat(rmse).isCloseTo(other.rmse, within(TOLERANCE));
    }
}
