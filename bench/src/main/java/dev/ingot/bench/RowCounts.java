package dev.ingot.bench;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.spark.lake.Location;
import io.delta.tables.DeltaTable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Prints how many rows each table of a state folder has, the rejected ones by themselves. */
public final class RowCounts {
    private RowCounts() {}

    /** @param arguments the state folder */
    public static void main(String[] arguments) {
        try (Product product = new Product(Path.of(arguments[0]), Map.of())) {
            for (AssetKey key : product.graph().keys()) {
                Asset asset = product.graph().asset(key);
                if (asset instanceof PostgresTable table) {
                    System.out.println(key + " " + published(product, table));
                } else {
                    System.out.println(
                            key + " " + rows(product, product.tables().table(key)));
                    System.out.println(
                            key + " rejected " + rows(product, product.tables().rejected(key)));
                }
            }
        }
    }

    private static long published(Product product, PostgresTable table) {
        return product.database()
                .query(handle -> handle.createQuery("SELECT count(*) FROM " + table.table())
                        .mapTo(long.class)
                        .one());
    }

    /** None where there is no table, which the first rejected row makes, or one without columns, which is nothing but a fence. */
    private static long rows(Product product, Location table) {
        if (!Files.isDirectory(Path.of(table.toString()))) {
            return 0;
        }
        boolean hasColumns = !DeltaTable.forPath(product.spark(), table.uri())
                .toDF()
                .schema()
                .isEmpty();
        return hasColumns
                ? product.spark().read().format("delta").load(table.uri()).count()
                : 0;
    }
}
