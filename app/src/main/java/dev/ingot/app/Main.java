package dev.ingot.app;

import com.google.inject.Module;
import dev.ingot.app.cli.DemoModule;
import dev.ingot.bronze.BronzeModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.gold.GoldModule;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.recommender.RecommenderModule;
import dev.ingot.silver.SilverModule;
import dev.ingot.spark.SparkModule;
import dev.ingot.storage.StorageModule;
import dev.ingot.warehouse.WarehouseModule;

/** The table of contents: the product is this list of modules. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        Ingot.main(arguments, modules());
    }

    /** The product. The commands of the modules are listed in this order. */
    public static Module[] modules() {
        return new Module[] {
            new DemoModule(),
            new FrameworkCommands(),
            new StorageModule(),
            new SparkModule(),
            new PostgresModule(),
            new BronzeModule(),
            new SilverModule(),
            new GoldModule(),
            new WarehouseModule(),
            new RecommenderModule(),
        };
    }
}
