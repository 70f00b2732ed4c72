package dev.ingot.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import java.nio.file.Path;
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
        return new Terminal(folder, AssetsModule.of(Shop.Orders::new, Shop.Revenue::new)).types(arguments);
    }
}
