package dev.ingot.postgres.publish;

import dev.ingot.core.asset.Asset;
import dev.ingot.spark.AssetInputs;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * An asset kept as a table of PostgreSQL, created by the migrations of its module.
 *
 * <p>Its rows are staged by parallel COPY in a table of their own; then, in one transaction with the ledger's rows, the
 * asset's SQL brings the target up to them. Any error of PostgreSQL (a broken key, a row too many) fails the load and leaves
 * the target as it was.
 */
public interface PostgresTable extends Asset {
    /**
     * Computes the rows to stage, those of the slices in {@link AssetInputs#scope}. The columns' names and types become the
     * staging table's; a partition column holds the text of the partition's key.
     */
    Dataset<Row> compute(AssetInputs inputs);

    /** The target, such as {@code warehouse.dim_movie}. */
    String table();

    /**
     * The class-path resource, beside the asset's class, with the SQL that brings the target up to the staged rows: one or
     * more statements. In it {@code ${staging}} stands for the staging table's quoted name, and {@code ${slices}} for a list of
     * text literals, the keys of the slices that are being replaced, such as {@code '1996', '1997'}.
     */
    String publish();

    /** The SQL is code like any other: when it changes, the table is stale. */
    @Override
    default List<String> resources() {
        return List.of(publish());
    }

    @Override
    default String kind() {
        return "postgres";
    }
}
