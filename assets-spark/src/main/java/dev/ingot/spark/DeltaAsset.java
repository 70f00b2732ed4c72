package dev.ingot.spark;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.check.CheckResult;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An asset kept as a Delta table, one slice a partition.
 *
 * <p>{@link #compute} returns the rows before the spec's expectations have sorted them into good and rejected ones. Its
 * columns whose names begin with {@code _} are helpers: expectations may use them, the table does not get them. Two have a
 * meaning: {@code _source} (where a row came from, such as {@code movielens/ratings.csv:17}) and {@code _text} (the row as it
 * was); both go into the rejected rows. A partition column's value is the text of the partition's key, or null for a row
 * that belongs to none, which must then be rejected by an expectation.
 */
public interface DeltaAsset extends Asset {
    /**
     * Computes the rows of the slices in {@link AssetInputs#scope}; rows of other slices are left out by the framework. Lazy:
     * nothing should be executed here that can be part of the returned dataset.
     */
    Dataset<Row> compute(AssetInputs inputs);

    /**
     * Checks the slices before they are committed; nothing by default. If one of the results blocks, nothing of the step is
     * committed, and the rows stay where {@code ingot show KEY --staged RUN} finds them.
     *
     * @param written the good rows of the slices as they would be committed, read from the files that were written
     */
    default List<CheckResult> check(AssetInputs inputs, Dataset<Row> written) {
        return List.of();
    }

    @Override
    default String kind() {
        return "delta";
    }

    @Override
    default String pool() {
        return "spark";
    }
}
