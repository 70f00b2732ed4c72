package dev.ingot.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The first run of the whole graph on this disk, made once for all tests that look at what it leaves.
 *
 * @param folder where the product is
 * @param product which one test class may go on with
 * @param manifest of the sample that had landed
 * @param run what {@code materialize} has printed
 * @param outcome of the run, whatever has become of the product since
 */
public record FirstRun(Path folder, Product product, Manifest manifest, JsonNode run, Outcome outcome)
        implements AutoCloseable {
    /** Five defective rows for each hundred good ones, so that even the few tags have each defect. */
    public static final SampleSettings SAMPLE = new SampleSettings(1, 5_000, 0.05);

    private static FirstRun make() {
        try {
            Path folder = Files.createTempDirectory("ingot-first-run");
            Product product = new Product(folder);
            Manifest manifest = product.lands(SAMPLE);
            product.types("plan", "--exit-code").exits(5);
            JsonNode run = product.asks("materialize");
            return new FirstRun(folder, product, manifest, run, Outcome.of(product));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> paths = Files.walk(folder)) {
            deepestFirst = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    /** Gives it to tests that ask for it. */
    public static final class Once implements ParameterResolver {
        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType().equals(FirstRun.class);
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(FirstRun.class, type -> make(), FirstRun.class);
        }
    }
}
