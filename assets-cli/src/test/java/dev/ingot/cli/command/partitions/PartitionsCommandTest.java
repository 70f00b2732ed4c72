package dev.ingot.cli.command.partitions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PartitionsCommandTest {
    private static final AssetKey SALES = AssetKey.of(Layer.BRONZE, "market", "sales");
    private static final AssetKey TAXES = AssetKey.of(Layer.GOLD, "market", "taxes");

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        Orchard orchard = new Orchard(
                AssetSpec.of(SALES, "Sales by stall.")
                        .partitioned(Partitioning.dynamic("stall", "stalls"))
                        .codeVersion("1")
                        .build(),
                AssetSpec.of(TAXES, "Taxes by stall.")
                        .reads(SALES, PartitionMapping.identity())
                        .partitioned(Partitioning.dynamic("stall", "stalls"))
                        .codeVersion("1")
                        .build());
        terminal = new Terminal(folder, new FrameworkCommands(), orchard);
    }

    @Test
    void withoutASubcommandItLists() {
        terminal.types("materialize", "+silver");
        assertThat(terminal.types("partitions", "silver/orchard/sorted_apples").out())
                .isEqualTo(terminal.types("partitions", "list", "silver/orchard/sorted_apples")
                        .out())
                .contains("2020       fresh");
        assertThat(terminal.types("partitions").err()).contains("Missing required parameter: 'KEY'");
    }

    @Test
    void whatWillBeStaleThroughItsInputsIsListedAsStale() throws Exception {
        terminal.types("materialize", "+gold/orchard/cider");
        terminal.types("materialize", "bronze/orchard/apples", "--force");
        assertThat(list("gold/orchard/cider").findValuesAsText("status")).containsExactly("stale", "stale", "stale");
        assertThat(list("gold/orchard/cider").findValuesAsText("why"))
                .containsOnly("upstream changed: silver/orchard/sorted_apples");
    }

    @Test
    void addedPartitionsBelongToEveryAssetThatHasTheSet() throws Exception {
        assertThat(terminal.types("partitions", "gold/market/taxes").out())
                .contains("It has no partition yet.", "ingot partitions add gold/market/taxes");
        Answer added = terminal.types("partitions", "add", "bronze/market/sales", "north", "south", "north");
        assertThat(added.status()).isZero();
        assertThat(added.out()).isEqualTo("""
                        Added: north, south
                        'stalls' is now north, south, in bronze/market/sales, gold/market/taxes
                        """);
        assertThat(list("gold/market/taxes").findValuesAsText("status")).containsExactly("missing", "missing");
        assertThat(terminal.types("materialize", "+gold/market/taxes").status()).isZero();
        assertThat(list("gold/market/taxes").findValuesAsText("status")).containsExactly("fresh", "fresh");
        assertThat(terminal.types("partitions", "add", "stalls", "south", "Row 7")
                        .out())
                .startsWith("Added: Row%207\nThere before: south\n");
    }

    @Test
    void aPartitionThatHasNoDataIsRemovedAndAMisspeltOneIsNot() {
        terminal.types("partitions", "add", "stalls", "north", "south");
        Answer misspelt = terminal.types("partitions", "remove", "stalls", "nord");
        assertThat(misspelt.status()).isEqualTo(2);
        assertThat(misspelt.err()).contains("'stalls' has no partition nord", "did you mean north?");
        assertThat(terminal.types("partitions", "remove", "stalls", "north").out())
                .startsWith("Removed: north\n'stalls' is now south");
        assertThat(terminal.types("partitions", "remove", "stalls", "north", "--force")
                        .out())
                .startsWith("Not there: north\n");
    }

    @Test
    void aPartitionThatHasDataIsKeptUnlessForced() throws Exception {
        terminal.types("partitions", "add", "stalls", "north", "south");
        terminal.types("materialize", "bronze/market/sales");
        Answer refused = terminal.types("partitions", "remove", "stalls", "north");
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err())
                .startsWith("error[partition-has-data]: ")
                .contains("north", "bronze/market/sales", "ingot partitions remove stalls KEY... --force");
        Answer forced = terminal.types("partitions", "remove", "stalls", "north", "--force");
        assertThat(forced.status()).isZero();
        assertThat(forced.out()).contains("Removed: north", "goes with the next: ingot materialize");
        assertThat(terminal.types("plan", "bronze/market/sales").out()).contains("removed", "north");
        terminal.types("materialize", "bronze/market/sales");
        assertThat(list("bronze/market/sales").findValuesAsText("partition")).containsExactly("south");
    }

    @Test
    void partitionsThatTheDefinitionStatesAreNotAddedByHand() {
        Answer answer = terminal.types("partitions", "add", "gold/orchard/cider", "2030");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("are not kept by hand", "2019..2021 by year");
    }

    @Test
    void anUnknownSetGetsTheNearestOne() {
        assertThat(terminal.types("partitions", "add", "stals", "x").err()).contains("did you mean stalls?");
    }

    @Test
    void asJsonItTellsWhatChangedAndWhatThereIs() throws Exception {
        JsonNode added = new ObjectMapper()
                .readTree(terminal.types("partitions", "add", "stalls", "north", "-o", "json")
                        .out());
        assertThat(added.fieldNames()).toIterable().containsExactly("set", "added", "partitions", "assets");
        assertThat(added.get("added").get(0).asText()).isEqualTo("north");
    }

    private JsonNode list(String asset) throws Exception {
        return new ObjectMapper()
                .readTree(terminal.types("partitions", "list", asset, "-o", "json")
                        .out());
    }
}
