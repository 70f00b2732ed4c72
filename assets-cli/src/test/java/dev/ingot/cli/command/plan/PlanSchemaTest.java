package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.command.FrameworkCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code plan -o json} prints is what the published schema says. */
final class PlanSchemaTest {
    @TempDir
    private Path folder;

    private Terminal terminal;
    private Schema schema;

    @BeforeEach
    void sitDown() throws IOException {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/spec/plan.schema.json")), InputFormat.JSON);
    }

    @Test
    void everythingMissing() throws Exception {
        assertThat(valid("plan").get("steps")).hasSize(3);
    }

    @Test
    void nothingToDo() throws Exception {
        terminal.types("materialize");
        assertThat(valid("plan").get("steps")).isEmpty();
    }

    @Test
    void forcedInBatches() throws Exception {
        terminal.types("materialize");
        JsonNode plan = valid("plan", "gold", "--force", "--batch", "1");
        assertThat(plan.get("steps")).hasSize(3);
        assertThat(plan.at("/steps/2/batches").asInt()).isEqualTo(3);
    }

    @Test
    void someOfThePartitions() throws Exception {
        terminal.types("materialize");
        JsonNode plan = valid("plan", "gold", "--partitions", "2019..2020", "--force", "--downstream");
        assertThat(plan.at("/request/partitions").asText()).isEqualTo("2019..2020");
    }

    @Test
    void someReasonsForSomePartitionsAlone() throws Exception {
        terminal.types("materialize", "+silver, gold/orchard/cider@2020");
        JsonNode plan = valid("plan", "gold", "--force");
        assertThat(plan.at("/steps/0/reasons").findValues("partitions")).isNotEmpty();
    }

    @Test
    void withAWarning() throws Exception {
        terminal.types("materialize");
        terminal.types("materialize", "bronze", "--force");
        assertThat(valid("plan", "gold", "--force").get("warnings")).isNotEmpty();
    }

    @Test
    void whatIsSaved() throws Exception {
        Path file = folder.resolve("plan.json");
        terminal.types("plan", "--out", file.toString());
        assertThat(problems(Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "ingot_plan" : \\d | "ingot_plan" : 9
            "force" : "none" | "force" : "all"
            "number" : 1 | "number" : 0
            "asset" : "bronze/ | "asset" : "Copper/
            "kind" : "missing" | "kind" : "moon"
            "discover" : false | "discover" : 0
            "basis" | "base"
            "2019" | 2019
            """)
    void whatIsDamagedIsNotValid(String right, String wrong) {
        String plan = terminal.types("plan", "-o", "json").out();
        String damaged = plan.replaceFirst(right, wrong);
        assertThat(damaged).isNotEqualTo(plan);
        assertThat(problems(damaged)).isNotEmpty();
    }

    private JsonNode valid(String... words) throws Exception {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-o";
        all[words.length + 1] = "json";
        String plan = terminal.types(all).out();
        assertThat(problems(plan)).isEmpty();
        return new ObjectMapper().readTree(plan);
    }

    private List<Error> problems(String plan) {
        return schema.validate(plan, InputFormat.JSON);
    }
}
