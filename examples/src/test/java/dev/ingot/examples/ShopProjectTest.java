package dev.ingot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.SparkModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The project as its user runs it: real Spark, real Delta, real PostgreSQL. */
class ShopProjectTest {
    @TempDir
    Path folder;

    @Test
    void materializesOnceAndThenFindsEverythingFresh() {
        assertThat(ingot("materialize", "-o", "json"))
                .contains("\"status\" : \"succeeded\"")
                .contains("\"rejected\" : 1");
        assertThat(ingot("plan")).contains("Everything is fresh: 2 assets");
        assertThat(ingot("show", "gold/shop/revenue")).contains("20.5").contains("9.5");
        assertThat(ingot("show", "bronze/shop/orders", "--rejected")).contains("positive_amount");
    }

    private String ingot(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        Map.of("INGOT_STATE", folder.resolve("state").toString(), "INGOT_SPARK_MASTER", "local[2]")),
                arguments,
                new FrameworkCommands(),
                new SparkModule(),
                new PostgresModule(),
                AssetsModule.of(Shop.Orders::new, Shop.Revenue::new));
        assertThat(status).as(err.toString(StandardCharsets.UTF_8)).isZero();
        return out.toString(StandardCharsets.UTF_8);
    }
}
