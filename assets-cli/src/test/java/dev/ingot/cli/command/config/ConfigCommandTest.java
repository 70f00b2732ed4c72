package dev.ingot.cli.command.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ConfigCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void eachLayerWinsOverTheOneBelow() throws Exception {
        assertThat(baskets()).containsExactly("4", "default");

        Path user = write("home/.config/ingot/ingot.yaml", "orchard.baskets: 5");
        assertThat(baskets()).containsExactly("5", user + ":1");

        Path project = write("ingot.yaml", "# ours", "orchard:", "  baskets: 6");
        assertThat(baskets()).containsExactly("6", project + ":3");

        terminal.with("INGOT_ORCHARD_BASKETS", "7");
        assertThat(baskets()).containsExactly("7", "INGOT_ORCHARD_BASKETS");

        assertThat(baskets("--set", "orchard.baskets=8")).containsExactly("8", "--set");
    }

    @Test
    void aSecretIsNeverShown() {
        Answer answer = terminal.with("INGOT_ORCHARD_GATE_CODE", "open sesame").types("config", "show", "--origin");

        assertThat(answer.out()).contains("orchard.gate-code", "***", "INGOT_ORCHARD_GATE_CODE");
        assertThat(answer.out() + answer.err()).doesNotContain("sesame");
    }

    @Test
    void everyUnknownNameAndUnfitValueIsToldAtOnce() throws Exception {
        Path project = write("ingot.yaml", "orchard.basket: 5");
        Answer answer = terminal.with("INGOT_ORCHRD_BASKETS", "5")
                .types("config", "show", "--set", "orchard.baskets=many", "--set", "orchard.gate-cod=1");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err())
                .contains(
                        "4 settings cannot be used",
                        "There is no setting orchard.basket (" + project + ":1)",
                        "There is no setting orchard.gate-cod (--set)",
                        "There is no setting INGOT_ORCHRD_BASKETS (environment)",
                        "The setting orchard.baskets cannot be 'many': it is not a whole number (--set)",
                        "did you mean orchard.baskets?",
                        "did you mean INGOT_ORCHARD_BASKETS?");
    }

    @Test
    void theStateFolderIsStatedByFlagThenEnvironmentThenProject() throws Exception {
        write("ingot.yaml", "");
        Terminal inside = new Terminal(
                Files.createDirectories(folder.resolve("deep/er")), new FrameworkCommands(), new Orchard());

        assertThat(state(inside, "--state", "mine")).isEqualTo(folder.resolve("deep/er/mine"));
        assertThat(state(inside)).isEqualTo(folder.resolve("deep/er/state"));
        inside.without("INGOT_STATE");
        assertThat(state(inside)).isEqualTo(folder.resolve(".ingot"));
    }

    private List<String> baskets(String... more) throws IOException {
        for (JsonNode setting : show(terminal, more).get("settings")) {
            if (setting.get("name").asText().equals("orchard.baskets")) {
                return List.of(
                        setting.get("value").asText(), setting.get("origin").asText());
            }
        }
        throw new AssertionError("no such setting");
    }

    private static Path state(Terminal terminal, String... more) throws IOException {
        return Path.of(show(terminal, more).get("state").asText());
    }

    private static JsonNode show(Terminal terminal, String... more) throws IOException {
        List<String> words = new ArrayList<>(List.of("config", "show", "-o", "json"));
        words.addAll(List.of(more));
        Answer answer = terminal.types(words.toArray(String[]::new));
        assertThat(answer.err()).isEmpty();
        return new ObjectMapper().readTree(answer.out());
    }

    private Path write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, List.of(lines));
    }
}
