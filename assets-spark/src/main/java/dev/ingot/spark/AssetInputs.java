package dev.ingot.spark;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.event.StepId;
import dev.ingot.core.plan.StepScope;
import java.time.Instant;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What an asset computes from, pinned to the versions that the step began with. */
public interface AssetInputs {
    /** The table of an upstream asset that the spec names, whole; filter by partition column to read less. */
    Dataset<Row> read(AssetKey upstream);

    /**
     * The asset's own table as it was when the step began; empty when it was never materialized. For an asset that keeps
     * its history, such as a registry of models: its slice is replaced by these rows and the new ones.
     */
    Optional<Dataset<Row>> previous();

    /** Where Spark reads a landed file that the spec names as {@code domain/file}. */
    String landed(String source);

    /** The content hash of a landed file that the spec names as {@code domain/file}: what staleness calls its version. */
    String landedVersion(String source);

    /** What the asset says of itself. */
    AssetSpec spec();

    /** Which slices are wanted; those that a step takes away are not among them. */
    StepScope scope();

    /**
     * From when to when the wanted slices reach, of an asset with one dimension of time windows, crossed with others or not.
     *
     * @throws dev.ingot.core.error.IngotException if it has none, or several
     */
    default SliceWindows windows() {
        return SliceWindows.of(spec(), scope().partitions());
    }

    /**
     * The same by the dimension of a column, where several are of time windows.
     *
     * @throws dev.ingot.core.error.IngotException if the column is of no time windows
     */
    default SliceWindows windows(String column) {
        return SliceWindows.of(spec(), column, scope().partitions());
    }

    /** The step, for assets that keep something beside their table under its name. */
    StepId step();

    /** The time that the materialization bears. */
    Instant at();

    /**
     * Where Spark keeps what an asset holds beside its table: an immutable folder of this step's own. It counts only once a
     * committed row names it.
     */
    String folder();

    /** The folder that an upstream asset, which the spec names, filled in one of its steps. */
    String folder(AssetKey upstream, StepId step);

    SparkSession spark();
}
