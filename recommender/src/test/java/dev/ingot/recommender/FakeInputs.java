package dev.ingot.recommender;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Inputs of a step whose upstream tables are given, and whose folders lie below one. */
final class FakeInputs implements AssetInputs {

    private final Path root;
    private final AssetKey asset;
    private final StepId step;
    private final Map<AssetKey, Dataset<Row>> tables = new HashMap<>();

    FakeInputs(Path root, AssetKey asset, String run) {
        this.root = root;
        this.asset = asset;
        this.step = new StepId(new RunId(run), 1);
    }

    /** The rows of a table, also of the asset's own. */
    FakeInputs with(AssetKey table, Dataset<Row> rows) {
        tables.put(table, rows);
        return this;
    }

    @Override
    public Dataset<Row> read(AssetKey upstream) {
        return Optional.ofNullable(tables.get(upstream)).orElseThrow();
    }

    @Override
    public Optional<Dataset<Row>> previous() {
        return Optional.ofNullable(tables.get(asset));
    }

    @Override
    public String landed(String source) {
        throw new IllegalStateException("nothing has landed: " + source);
    }

    @Override
    public String landedVersion(String source) {
        return landed(source);
    }

    @Override
    public AssetSpec spec() {
        return AssetSpec.of(asset, "As far as a test needs it.").build();
    }

    @Override
    public StepScope scope() {
        return StepScope.of(PartitionSet.whole());
    }

    @Override
    public StepId step() {
        return step;
    }

    @Override
    public Instant at() {
        return Instant.parse("2026-01-01T00:00:00Z");
    }

    @Override
    public String folder() {
        return folder(asset, step);
    }

    @Override
    public String folder(AssetKey upstream, StepId upstreamStep) {
        return root.resolve(upstream.toString())
                .resolve(upstreamStep.toString())
                .toString();
    }

    @Override
    public SparkSession spark() {
        return TestSpark.session();
    }
}
