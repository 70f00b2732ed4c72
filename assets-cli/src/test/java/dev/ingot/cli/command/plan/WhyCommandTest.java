package dev.ingot.cli.command.plan;

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

final class WhyCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void whatWasNeverMadeIsMissing() {
        assertThat(terminal.types("why", "gold/orchard/cider").out())
                .isEqualTo("gold/orchard/cider is stale:\n└─ missing  (2019..2021)\n");
    }

    @Test
    void theChainIsFollowedToWhereItBegins() {
        terminal.types("materialize");
        terminal.types("materialize", "bronze/orchard/apples", "--force");
        assertThat(terminal.types("why", "gold/orchard/cider@2020").out()).isEqualTo("""
                        gold/orchard/cider@2020 is stale:
                        └─ upstream changed: silver/orchard/sorted_apples
                           └─ upstream changed: bronze/orchard/apples  (2020)
                        """);
    }

    @Test
    void whatIsFreshSaysSinceWhen() {
        terminal.types("materialize");
        Answer answer = terminal.types("why", "gold/orchard/cider@2020");
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .startsWith("gold/orchard/cider@2020 is fresh: made at ")
                .contains("and nothing has changed since");
    }

    @Test
    void asJsonItIsATreeToo() throws Exception {
        terminal.types("materialize");
        terminal.types("materialize", "bronze/orchard/apples", "--force");
        JsonNode why = new ObjectMapper()
                .readTree(terminal.types("why", "gold/orchard/cider", "-o", "json")
                        .out());
        assertThat(why.fieldNames()).toIterable().containsExactly("asset", "partition", "stale", "causes");
        assertThat(why.get("stale").asBoolean()).isTrue();
        JsonNode cause = why.get("causes").get(0);
        assertThat(cause.fieldNames()).toIterable().containsExactly("asset", "partitions", "kind", "detail", "because");
        assertThat(cause.get("because").get(0).get("detail").asText()).isEqualTo("bronze/orchard/apples");
    }

    @Test
    void aPartitionThatDoesNotExistIsRefused() {
        Answer unknown = terminal.types("why", "gold/orchard/cider@2030");
        assertThat(unknown.status()).isEqualTo(2);
        assertThat(unknown.err()).contains("has no partition 2030", "2019..2021");
        assertThat(terminal.types("why", "bronze/orchard/apples@2020").err()).contains("it is not partitioned");
    }
}
