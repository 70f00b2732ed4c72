package dev.ingot.cli.command.assets;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AssetsCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void listShowsInputsBeforeTheirReaders() {
        assertThat(terminal.types("assets", "list").out()).isEqualTo("""
                        asset                         kind    partitions          description
                        bronze/orchard/apples         memory  unpartitioned       Apples as they were picked.
                        silver/orchard/sorted_apples  memory  2019..2021 by year  Apples by year.
                        gold/orchard/cider            memory  2019..2021 by year  Cider by year.
                        """);
    }

    @Test
    void listTakesASelection() throws Exception {
        Answer answer = terminal.types("assets", "list", "+silver", "-o", "json");

        JsonNode rows = new ObjectMapper().readTree(answer.out());
        assertThat(rows.findValuesAsText("asset"))
                .containsExactly("bronze/orchard/apples", "silver/orchard/sorted_apples");
    }

    @Test
    void aMisspeltSelectionGetsTheNearestName() {
        Answer answer = terminal.types("assets", "list", "gold/orchard/sider");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).startsWith("error[unknown-asset]: ").contains("did you mean gold/orchard/cider?");
    }

    @Test
    void showDescribesAnAsset() {
        Answer answer = terminal.types("assets", "show", "silver/orchard/sorted_apples");

        assertThat(answer.out()).isEqualTo("""
                        silver/orchard/sorted_apples
                          description   Apples by year.
                          kind          memory
                          partitions    2019..2021 by year
                          inputs        bronze/orchard/apples
                          readers       gold/orchard/cider
                          expectations  has_weight (quarantine): weight > 0
                          code version  1
                          last          never materialized
                        """);
    }

    @Test
    void showAsJsonHasEveryField() throws Exception {
        Answer answer = terminal.types("assets", "show", "bronze/orchard/apples", "-o", "json");

        JsonNode asset = new ObjectMapper().readTree(answer.out());
        assertThat(asset.fieldNames())
                .toIterable()
                .containsExactly(
                        "key",
                        "description",
                        "kind",
                        "partitions",
                        "owners",
                        "tags",
                        "sources",
                        "inputs",
                        "readers",
                        "expectations",
                        "code_version",
                        "last");
        assertThat(asset.get("owners").get(0).asText()).isEqualTo("mara");
        assertThat(asset.get("tags").get("fruit").asText()).isEqualTo("apple");
        assertThat(asset.get("last").isNull()).isTrue();
    }

    @Test
    void showOfAMisspeltKeyGetsTheNearestName() {
        Answer answer = terminal.types("assets", "show", "bronze/orchard/aples");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("did you mean bronze/orchard/apples?");
    }

    @Test
    void graphDrawsInputsBelowEachAsset() {
        assertThat(terminal.types("assets", "graph").out()).isEqualTo("""
                        bronze/orchard/apples

                        silver/orchard/sorted_apples
                          └─ bronze/orchard/apples

                        gold/orchard/cider
                          └─ silver/orchard/sorted_apples
                        """);
    }

    @Test
    void graphDrawsMermaid() {
        assertThat(terminal.types("assets", "graph", "--format", "mermaid").out())
                .startsWith("flowchart LR\n    subgraph bronze\n        bronze_orchard_apples[\"orchard/apples\"]\n")
                .contains("    bronze_orchard_apples --> silver_orchard_sorted_apples\n");
    }

    @Test
    void graphAsJsonHasAssetsAndEdges() throws Exception {
        JsonNode graph = new ObjectMapper()
                .readTree(terminal.types("assets", "graph", "-o", "json").out());

        assertThat(graph.get("assets")).hasSize(3);
        assertThat(graph.get("edges").get(0).get("from").asText()).isEqualTo("bronze/orchard/apples");
    }
}
