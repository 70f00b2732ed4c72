package dev.ingot.spark.testing;

import static dev.ingot.spark.testing.TestSpark.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.IngotException;
import dev.ingot.spark.Fruit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssetTesterTest {
    @Test
    void sortsRowsIntoGoodAndRejectedOnes() {
        TestOutcome outcome = AssetTester.of(Fruit.clean())
                .given(
                        Fruit.RAW,
                        Fruit.COLUMNS,
                        row("apple", 5, "1997"),
                        row(null, -1, "1997"),
                        row("pear", -1, "1998"),
                        row("plum", 2, null),
                        row("melon", 500, "1998"))
                .run();

        assertThat(outcome.values("fruit", "kilos", "year"))
                .containsExactlyInAnyOrder(List.of("apple", 5, "1997"), List.of("melon", 500, "1998"));
        assertThat(outcome.rejected())
                .containsExactlyInAnyOrder(
                        new RejectedRow("has_fruit", null, "{\"kilos\":-1,\"year\":\"1997\"}"),
                        new RejectedRow("positive", null, "{\"fruit\":\"pear\",\"kilos\":-1,\"year\":\"1998\"}"),
                        new RejectedRow("has_year", null, "{\"fruit\":\"plum\",\"kilos\":2}"));
        assertThat(outcome.brokenRules()).containsExactly("has_fruit", "has_year", "positive");
        assertThat(outcome.warnings()).isEqualTo(Map.of("light", 1L));
    }

    @Test
    void keepsTextAndSourceOfRejectedRowsAndDropsHelpers() {
        TestOutcome outcome = AssetTester.of(Fruit.clean())
                .given(
                        Fruit.RAW,
                        Fruit.COLUMNS + ", _text string, _source string",
                        row("apple", 5, "1997", "apple;5", "fruit.csv:1"),
                        row("pear", -1, "1997", "pear;-1", "fruit.csv:2"))
                .run();

        assertThat(outcome.rejected()).containsExactly(new RejectedRow("positive", "fruit.csv:2", "pear;-1"));
        assertThat(outcome.table().columns()).containsExactly("fruit", "kilos", "year");
    }

    @Test
    void leavesOutRowsOfOtherPartitions() {
        TestOutcome outcome = AssetTester.of(Fruit.clean())
                .given(Fruit.RAW, Fruit.COLUMNS, row("apple", 5, "1997"), row("pear", 1, "1998"), row("fig", 1, null))
                .partitions("1998", "1999")
                .run();

        assertThat(outcome.values("fruit")).containsExactly(List.of("pear"));
        assertThat(outcome.rejected()).isEmpty();
    }

    @Test
    void stopsAtARuleThatFails() {
        AssetTester tester = AssetTester.of(Fruit.clean())
                .given(Fruit.RAW, Fruit.COLUMNS, row("durian", 5, "1997"), row("durian", -5, "1997"));

        assertThatThrownBy(tester::run)
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("1 rows of silver/fruit/harvest break the rule no_durian")
                .hasMessageContaining("\"kilos\":5");
    }

    @Test
    void readsLandedFiles() {
        AssetSpec spec =
                AssetSpec.of(Fruit.RAW, "Lines.").source("fruit/harvest.csv").build();
        TestOutcome outcome = AssetTester.of(
                        Fruit.asset(spec, inputs -> inputs.spark().read().text(inputs.landed("fruit/harvest.csv"))))
                .landed("fruit/harvest.csv", "äpfel\nbirnen\n")
                .run();

        assertThat(outcome.values("value")).containsExactlyInAnyOrder(List.of("äpfel"), List.of("birnen"));
    }
}
