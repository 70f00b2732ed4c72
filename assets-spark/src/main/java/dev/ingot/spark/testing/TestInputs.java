package dev.ingot.spark.testing;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.StepId;
import dev.ingot.core.hash.Sha256;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.AssetInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** What a test gave, as an asset sees it: only what its spec names. */
record TestInputs(
        AssetSpec spec,
        Map<AssetKey, Dataset<Row>> tables,
        Map<String, String> files,
        StepScope scope,
        StepId step,
        Instant at)
        implements AssetInputs {
    private static final Path FOLDERS = TestSpark.folder();

    @Override
    public Dataset<Row> read(AssetKey upstream) {
        return required(upstream, spec.dependsOn(upstream), tables.get(upstream), tables.keySet());
    }

    @Override
    public Optional<Dataset<Row>> previous() {
        return Optional.ofNullable(tables.get(spec.key()));
    }

    @Override
    public String landed(String source) {
        return required(source, spec.sources().contains(source), files.get(source), files.keySet());
    }

    @Override
    public String landedVersion(String source) {
        try {
            byte[] content = Files.readAllBytes(Path.of(landed(source)));
            return new Sha256().add(content).hex();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T> T required(Object input, boolean named, @Nullable T value, Set<?> given) {
        if (!named) {
            throw new IllegalStateException(spec.key() + " reads " + input + ", which its spec does not name");
        }
        if (value == null) {
            throw new IllegalStateException(spec.key() + " reads " + input + "; the test gave " + given);
        }
        return value;
    }

    @Override
    public String folder() {
        return folder(spec.key(), step);
    }

    @Override
    public String folder(AssetKey asset, StepId owner) {
        return FOLDERS.resolve(asset.toString()).resolve(owner.toString()).toString();
    }

    @Override
    public SparkSession spark() {
        return TestSpark.session();
    }
}
