package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a day, of every year in which somebody rated. */
final class DimDateAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(
                    WarehouseAssets.DIM_DATE, "One row a day, of every year in which somebody rated")
            .reads(SilverAssets.RATINGS)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return DimDate.rows(inputs.read(SilverAssets.RATINGS));
    }

    @Override
    public String table() {
        return "warehouse.dim_date";
    }

    @Override
    public String publish() {
        return "dim_date.sql";
    }
}
