package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a rating, partitioned by its year like its source. */
final class FactRatingAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(
                    WarehouseAssets.FACT_RATING, "One row a rating, partitioned by its year like its source")
            .partitioned(Partitioning.presentInSource("year"))
            .reads(SilverAssets.RATINGS, PartitionMapping.identity())
            .reads(WarehouseAssets.DIM_MOVIE, WarehouseAssets.DIM_USER, WarehouseAssets.DIM_DATE)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return FactRating.rows(inputs.read(SilverAssets.RATINGS), inputs.scope().partitions());
    }

    @Override
    public String table() {
        return "warehouse.fact_rating";
    }

    @Override
    public String publish() {
        return "fact_rating.sql";
    }
}
