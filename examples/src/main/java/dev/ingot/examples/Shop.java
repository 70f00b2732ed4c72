package dev.ingot.examples;

import dev.ingot.cli.AssetsModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.AssetInputs;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.SparkModule;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Two assets: orders, partitioned by country and held to a rule, and the revenue from them. */
public final class Shop {
    static final AssetKey ORDERS = AssetKey.parse("bronze/shop/orders");
    static final AssetKey REVENUE = AssetKey.parse("gold/shop/revenue");

    private Shop() {}

    public static void main(String[] arguments) {
        Ingot.main(
                arguments,
                new FrameworkCommands(),
                new SparkModule(),
                new PostgresModule(),
                AssetsModule.of(Orders::new, Revenue::new));
    }

    static final class Orders implements DeltaAsset {
        @Override
        public AssetSpec spec() {
            return AssetSpec.of(ORDERS, "Orders as the till wrote them.")
                    .partitioned(Partitioning.fixed("country", List.of("fi", "vn")))
                    .expects(Expectation.quarantine("positive_amount", "amount > 0"))
                    .build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return inputs.spark()
                    .sql(
                            "SELECT * FROM VALUES ('fi', 1, 20.5D), ('fi', 2, -1D), ('vn', 3, 9.5D) AS t(country, id, amount)");
        }
    }

    static final class Revenue implements DeltaAsset {
        @Override
        public AssetSpec spec() {
            return AssetSpec.of(REVENUE, "Revenue per country.").reads(ORDERS).build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return inputs.read(ORDERS).groupBy("country").sum("amount").toDF("country", "revenue");
        }
    }
}
