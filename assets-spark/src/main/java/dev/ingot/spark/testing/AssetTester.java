package dev.ingot.spark.testing;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.DeltaAsset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Runs an asset on rows that a test gives, through the same rules as a real step, and commits nothing.
 *
 * <pre>{@code
 * TestOutcome outcome = AssetTester.of(new RatingsAsset())
 *         .given(BRONZE_RATINGS, "userId string, rating string", row("1", "4.5"), row("1", "9.0"))
 *         .run();
 * assertThat(outcome.values("user_id", "rating")).containsExactly(List.of(1, 4.5));
 * assertThat(outcome.brokenRules()).containsExactly("rating_in_range");
 * }</pre>
 */
public final class AssetTester {
    private final DeltaAsset asset;
    private final Map<AssetKey, Dataset<Row>> tables = new LinkedHashMap<>();
    private final Map<String, String> landed = new LinkedHashMap<>();
    private Clock clock = MutableClock.create();
    private Optional<StepScope> scope = Optional.empty();

    private AssetTester(DeltaAsset asset) {
        this.asset = asset;
    }

    public static AssetTester of(DeltaAsset asset) {
        return new AssetTester(asset);
    }

    /** The rows of an upstream asset, or of the asset itself as it was before; names and types as in {@link TestSpark#rows}. */
    public AssetTester given(AssetKey upstream, String ddl, Row... rows) {
        return given(upstream, TestSpark.rows(ddl, rows));
    }

    /** The table of an upstream asset, or of the asset itself as it was before. */
    public AssetTester given(AssetKey upstream, Dataset<Row> table) {
        tables.put(upstream, table);
        return this;
    }

    /** The content of a landed file, named {@code domain/file}, in UTF-8. */
    public AssetTester landed(String source, String content) {
        return landed(source, content, StandardCharsets.UTF_8);
    }

    /** The content of a landed file, named {@code domain/file}. */
    public AssetTester landed(String source, String content, Charset charset) {
        try {
            Path folder = Files.createTempDirectory("ingot-landed");
            Path file = folder.resolve(source.substring(source.lastIndexOf('/') + 1));
            Files.writeString(file, content, charset);
            file.toFile().deleteOnExit();
            folder.toFile().deleteOnExit();
            return landed(source, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file that stands for a landed one. */
    public AssetTester landed(String source, Path file) {
        landed.put(source, file.toAbsolutePath().toString());
        return this;
    }

    /** Only these partitions, written as on the command line; by default all of them. */
    public AssetTester partitions(String... keys) {
        scope = Optional.of(StepScope.of(
                PartitionSet.of(Stream.of(keys).map(PartitionKey::parse).toList())));
        return this;
    }

    /** The time that the step bears; by default that of {@link MutableClock#create}. */
    public AssetTester at(Clock time) {
        clock = time;
        return this;
    }

    /**
     * Computes, classifies and checks.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code expectation-failed} if a row breaks a rule that stops the
     *     step
     */
    public TestOutcome run() {
        StepId step = new StepId(RunId.create(clock), 1);
        return TestStep.run(
                asset,
                new TestInputs(asset.spec(), tables, landed, scope.orElseGet(this::everything), step, clock.instant()));
    }

    private StepScope everything() {
        return asset.spec()
                .partitioning()
                .stated(PartitionFacts.at(clock.instant()))
                .map(StepScope::of)
                .orElseGet(() -> StepScope.discovering(PartitionSet.empty()));
    }
}
