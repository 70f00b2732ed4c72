package dev.ingot.spark;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.StepId;
import dev.ingot.core.plan.StepScope;
import java.time.Instant;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What an asset computes from, pinned to the versions that the step began with. */
public interface AssetInputs {
    /** The table of an upstream asset that the spec names, whole; filter by partition column to read less. */
    Dataset<Row> read(AssetKey upstream);

    /** Where Spark reads a landed file that the spec names as {@code domain/file}. */
    String landed(String source);

    /** Which slices are wanted. */
    StepScope scope();

    /** The step, for assets that keep something beside their table under its name. */
    StepId step();

    /** The time that the materialization bears. */
    Instant at();

    /**
     * Where Spark keeps what an asset holds beside its table: an immutable folder of this step's own. It counts only once a
     * committed row names it.
     */
    String folder();

    SparkSession spark();
}
