package dev.ingot.bench;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.TypeLiteral;
import com.google.inject.util.Modules;
import dev.ingot.app.Main;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.config.Settings;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.postgres.database.Database;
import dev.ingot.postgres.database.Warehouse;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.spark.table.DeltaTables;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.SparkSession;

/** The product's assets, and the Spark and the PostgreSQL that it uses, without its command line. */
final class Product implements AutoCloseable {
    private final Injector injector;
    private final Path state;

    /**
     * The product in a state folder, in which a data set has landed.
     *
     * @param stated the settings that are not the default, by name
     */
    Product(Path folder, Map<String, String> stated) {
        this.state = folder.toAbsolutePath().normalize();
        Settings settings = Settings.of(state, stated);
        LandingZone zone = new LandingZone(new LocalObjectStore(state), Clock.systemUTC());
        this.injector = Guice.createInjector(Modules.combine(Main.modules()), new AbstractModule() {
            @Override
            protected void configure() {
                bind(Settings.class).toInstance(settings);
                bind(LandingZone.class).toInstance(zone);
            }
        });
    }

    AssetGraph graph() {
        return AssetGraph.of(injector.getInstance(Key.get(new TypeLiteral<Set<Asset>>() {})));
    }

    /** Spark, with the settings that the product gives it. */
    SparkSession spark() {
        return injector.getInstance(SparkRuntime.class).session();
    }

    /** Where the product keeps its Delta tables. */
    DeltaTables tables() {
        return injector.getInstance(DeltaTables.class);
    }

    /** The embedded server, with the product's schemas. */
    Database database() {
        return injector.getInstance(Warehouse.class).database();
    }

    LandingZone zone() {
        return injector.getInstance(LandingZone.class);
    }

    Path state() {
        return state;
    }

    @Override
    public void close() {
        injector.getInstance(SparkRuntime.class).close();
        injector.getInstance(Database.class).close();
    }
}
