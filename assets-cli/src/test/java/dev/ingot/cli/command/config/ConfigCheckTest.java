package dev.ingot.cli.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCheckTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void allProblemsOfAllProfilesAreToldAtOnce() throws IOException {
        Path file = write(
                "orchard:",
                "  basket: 5",
                "  gate-code: canary-in-the-project",
                "orchard.baskets:",
                "profiles:",
                "  azure: {orchard.baskets: many}",
                "  mine:",
                "    extends: azuer",
                "    orchard: {baskets: 3}",
                "    orchard.baskets: 4",
                "    run.parallelism: [1, [2]]");
        Answer answer = terminal.types("config", "check");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("There is no setting orchard.basket", file + ":2", "did you mean orchard.baskets?")
                .contains("The secret orchard.gate-code stands in the project's file", file + ":3")
                .contains("orchard.baskets has no value", file + ":4")
                .contains("The setting orchard.baskets cannot be 'many'", "it is not a whole number", file + ":6")
                .contains("There is no profile azuer", "did you mean azure?", file + ":8")
                .contains("orchard.baskets is set twice, first in " + file + ":9", file + ":10")
                .contains("run.parallelism holds a list whose items are no texts", file + ":11")
                .doesNotContain("canary");
    }

    @Test
    void settingsInOrderAreSaidToBe() throws IOException {
        write("orchard: {baskets: 7}");
        assertThat(terminal.types("config", "check")).isEqualTo(new Answer(0, "The settings are in order.\n", ""));
    }

    @Test
    void aReferenceThatLeadsNowhereIsToldOnceWithARemedy() throws IOException {
        write("orchard.gate-code: ${env:GATE_CODE}");
        Answer answer = terminal.types("config", "check", "-o", "json");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out())
                .containsOnlyOnce("\"code\"")
                .contains("unresolved-secret", "${env:GATE_CODE} refers to nothing", "set the variable GATE_CODE");
        assertThat(terminal.with("GATE_CODE", "canary").types("config", "check").status())
                .isZero();
    }

    @Test
    void aFileThatIsNotYamlIsToldWithItsLine() throws IOException {
        Path file = write("orchard:", "  baskets: [1");
        assertThat(terminal.types("config", "check").err()).contains("The file is not YAML", file + ":");
    }

    @Test
    void anAliasIsNotFollowed() throws IOException {
        write("a: &a {b: 1}", "c: *a", "d: *a");
        assertThat(terminal.types("config", "check").status()).isEqualTo(2);
    }

    @Test
    void theFormerFileIsNotIgnoredAndItsValuesAreNotShown() throws IOException {
        Files.writeString(folder.resolve("ingot.properties"), "orchard.baskets=5\norchard.gate-code=canary\n");
        Answer answer = terminal.types("config", "show");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("no longer read from ingot.properties", "ingot.yaml", "orchard.baskets: …")
                .doesNotContain("canary");
    }

    private Path write(String... lines) throws IOException {
        return Files.write(folder.resolve("ingot.yaml"), List.of(lines));
    }
}
