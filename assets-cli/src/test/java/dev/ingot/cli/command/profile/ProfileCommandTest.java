package dev.ingot.cli.command.profile;

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

final class ProfileCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void aSectionWinsOverTheRestOfItsFileAndAFileOverTheNext() throws IOException {
        write("home/.config/ingot/ingot.yaml", "profiles: {mine: {orchard.baskets: 9, orchard.gate-code: user}}");
        Path project = write(
                "ingot.yaml",
                "orchard.baskets: 5",
                "profiles:",
                "  local: {orchard: {baskets: 6}}",
                "  mine:",
                "    extends: local",
                "  yours: {extends: mine, orchard.baskets: 7}");

        assertThat(baskets("embedded")).contains("5").contains(project + ":1");
        assertThat(baskets("local")).contains("6").contains(project + ":3");
        assertThat(baskets("mine")).contains("6").contains(project + ":3");
        assertThat(baskets("yours")).contains("7").contains(project + ":6");
        assertThat(terminal.types("profile", "show", "yours").out())
                .doesNotContain("user\"")
                .contains("***");
    }

    @Test
    void aStandardProfileBringsDefaultsThatAnyFileOverrides() throws IOException {
        assertThat(baskets("local")).contains("12").contains("profile local");
        write("ingot.yaml", "orchard.baskets: 5");
        assertThat(baskets("local")).contains("5").doesNotContain("profile local");
    }

    @Test
    void flagWinsOverVariableWinsOverFile() throws IOException {
        write("ingot.yaml", "profile: azure");
        assertThat(active()).isEqualTo("azure");
        terminal.with("INGOT_PROFILE", "local");
        assertThat(active()).isEqualTo("local");
        assertThat(active("--profile", "test")).isEqualTo("test");
    }

    @Test
    void theDifferenceOfTwoProfilesIsListed() {
        Answer answer = terminal.types("profile", "diff", "embedded", "local");

        assertThat(answer.out().lines()).hasSize(2).last().asString().matches("orchard.baskets\\s+4\\s+12");
        assertThat(terminal.types("profile", "diff", "embedded", "test").out()).contains("do not differ");
    }

    @Test
    void anUnknownProfileIsSuggested() {
        Answer answer = terminal.types("config", "show", "--profile", "azur");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("error[unknown-profile]: There is no profile azur", "did you mean azure?", "--profile");
    }

    @Test
    void aProfileThatExtendsItselfIsToldWithItsLine() throws IOException {
        Path project =
                write("ingot.yaml", "profiles:", "  a: {extends: b}", "  b: {extends: a}", "  local: {extends: a}");
        Answer answer = terminal.types("config", "check");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("extends itself through others", project + ":3")
                .contains("The profile local cannot extend another", project + ":4");
    }

    private List<String> baskets(String profile) {
        Answer answer = terminal.types("profile", "show", profile);
        assertThat(answer.err()).isEmpty();
        return List.of(answer.out()
                .lines()
                .filter(line -> line.startsWith("orchard.baskets"))
                .findFirst()
                .orElseThrow()
                .split("\\s{2,}"));
    }

    private String active(String... more) {
        String[] words = {"config", "show", more.length > 0 ? more[0] : "-o", more.length > 1 ? more[1] : "text"};
        return terminal.types(words)
                .out()
                .lines()
                .filter(line -> line.startsWith("  profile"))
                .map(line -> line.replaceFirst("\\s*profile\\s+", ""))
                .findFirst()
                .orElseThrow();
    }

    private Path write(String file, String... lines) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        return Files.write(path, List.of(lines));
    }
}
