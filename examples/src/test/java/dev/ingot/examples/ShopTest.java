package dev.ingot.examples;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.graph.AssetGraph;
import dev.ingot.spark.testing.AssetTester;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShopTest {
    @Test
    void theGraphIsValid() {
        assertThat(AssetGraph.of(List.of(new Shop.Orders(), new Shop.Revenue())).keys())
                .containsExactly(Shop.ORDERS, Shop.REVENUE);
    }

    @Test
    void anOrderWithoutAnAmountIsRejected() {
        var outcome = AssetTester.of(new Shop.Orders()).run();

        assertThat(outcome.values("id")).containsExactlyInAnyOrder(List.of(1), List.of(3));
        assertThat(outcome.brokenRules()).containsExactly("positive_amount");
    }

    @Test
    void revenueIsSummedPerCountry() {
        var outcome = AssetTester.of(new Shop.Revenue())
                .given(
                        Shop.ORDERS,
                        "country string, id int, amount double",
                        row("fi", 1, 20.0),
                        row("fi", 2, 1.0),
                        row("vn", 3, 9.5))
                .run();

        assertThat(outcome.values("country", "revenue"))
                .containsExactlyInAnyOrder(List.of("fi", 21.0), List.of("vn", 9.5));
    }
}
