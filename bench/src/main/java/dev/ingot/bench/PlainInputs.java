package dev.ingot.bench;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.AssetInputs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What an asset computes from in a program that knows no versions: tables and files as they lie there. */
record PlainInputs(Product product, AssetSpec spec, StepId step) implements AssetInputs {
    @Override
    public Dataset<Row> read(AssetKey upstream) {
        return spark().read()
                .format("delta")
                .load(product.tables().table(upstream).uri());
    }

    @Override
    public Optional<Dataset<Row>> previous() {
        return Optional.empty();
    }

    @Override
    public String landed(String source) {
        int slash = source.indexOf('/');
        try {
            return product.zone()
                    .current(source.substring(0, slash))
                    .flatMap(set -> set.find(source.substring(slash + 1)))
                    .map(file -> product.state().resolve(file.object().text()).toString())
                    .orElseThrow(() -> new IllegalArgumentException("not landed: " + source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String landedVersion(String source) {
        return product.zone().versions().version(source).orElseThrow();
    }

    /** Everything; what follows an upstream table year by year needs to be told the years. */
    @Override
    public StepScope scope() {
        return spec.dependencies().stream()
                .filter(input -> input.mapping().isIdentity())
                .findFirst()
                .map(Dependency::upstream)
                .map(upstream -> StepScope.of(
                        slices(Path.of(product.tables().table(upstream).toString()))))
                .orElse(
                        spec.partitioning().isPartitioned()
                                ? StepScope.discovering(PartitionSet.empty())
                                : StepScope.of(PartitionSet.whole()));
    }

    /** The values after the equals sign in the names of the table's folders. */
    private static PartitionSet slices(Path table) {
        try (Stream<Path> folders = Files.list(table)) {
            return PartitionSet.of(folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> name.contains("="))
                    .map(name -> name.substring(name.indexOf('=') + 1))
                    .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Instant at() {
        return Instant.EPOCH;
    }

    @Override
    public String folder() {
        return folder(spec.key(), step);
    }

    @Override
    public String folder(AssetKey upstream, StepId step) {
        return product.tables().folder(upstream, step).uri();
    }

    @Override
    public SparkSession spark() {
        return product.spark();
    }
}
