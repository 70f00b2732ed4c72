package dev.ingot.spark.step;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.event.StepId;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.table.DeltaTables;
import dev.ingot.spark.table.LandedFiles;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** The inputs of a step: tables at the versions that the ledger had when it began, and landed files. */
public final class PinnedInputs implements AssetInputs {
    private final StepContext context;
    private final SparkSession session;
    private final DeltaTables tables;
    private final LandedFiles landed;

    /** For executors of assets that are computed from Delta tables, whatever they are kept as. */
    public PinnedInputs(StepContext context, SparkSession session, DeltaTables tables, LandedFiles landed) {
        this.context = context;
        this.session = session;
        this.tables = tables;
        this.landed = landed;
    }

    @Override
    public Dataset<Row> read(AssetKey upstream) {
        named(upstream, spec().dependsOn(upstream));
        return tables.read(session, upstream, context.inputs().tableVersion(upstream));
    }

    @Override
    public Optional<Dataset<Row>> previous() {
        OptionalLong version = context.inputs().ledger().tableVersion(spec().key());
        return version.isPresent()
                ? Optional.of(tables.read(session, spec().key(), version.getAsLong()))
                : Optional.empty();
    }

    @Override
    public String landed(String source) {
        named(source, spec().sources().contains(source));
        return landed.path(source);
    }

    @Override
    public String landedVersion(String source) {
        named(source, spec().sources().contains(source));
        return landed.version(source);
    }

    @Override
    public StepScope scope() {
        return context.wanted();
    }

    @Override
    public StepId step() {
        return context.step();
    }

    @Override
    public Instant at() {
        return context.inputs().at();
    }

    @Override
    public String folder() {
        return tables.folder(spec().key(), step()).uri();
    }

    @Override
    public String folder(AssetKey upstream, StepId step) {
        named(upstream, spec().dependsOn(upstream));
        return tables.folder(upstream, step).uri();
    }

    @Override
    public SparkSession spark() {
        return session;
    }

    @Override
    public AssetSpec spec() {
        return context.asset().spec();
    }

    private void named(Object input, boolean named) {
        if (!named) {
            throw new IllegalStateException(spec().key() + " reads " + input + ", which its spec does not name");
        }
    }
}
