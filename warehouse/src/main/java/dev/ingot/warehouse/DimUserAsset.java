package dev.ingot.warehouse;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.gold.GoldAssets;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.spark.AssetInputs;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** One row a user; a row keeps its key for ever. */
final class DimUserAsset implements PostgresTable {
    private static final AssetSpec SPEC = AssetSpec.of(
                    WarehouseAssets.DIM_USER, "One row a user; a row keeps its key for ever")
            .reads(GoldAssets.USER_STATS)
            .build();

    @Override
    public AssetSpec spec() {
        return SPEC;
    }

    @Override
    public Dataset<Row> compute(AssetInputs inputs) {
        return Marts.users(inputs.read(GoldAssets.USER_STATS));
    }

    @Override
    public String table() {
        return "warehouse.dim_user";
    }

    @Override
    public String publish() {
        return "dim_user.sql";
    }
}
