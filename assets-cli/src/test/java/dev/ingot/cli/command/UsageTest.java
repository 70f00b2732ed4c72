package dev.ingot.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class UsageTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    /** Every command that does something, as its words. */
    static Stream<List<String>> commands() {
        return new FrameworkCommands()
                .commands().stream()
                        .map(CommandLine::new)
                        .flatMap(line -> leaves(line, List.of(line.getCommandName())));
    }

    private static Stream<List<String>> leaves(CommandLine line, List<String> words) {
        if (line.getSubcommands().isEmpty()) {
            return Stream.of(words);
        }
        return line.getSubcommands().entrySet().stream()
                .flatMap(sub -> leaves(
                        sub.getValue(),
                        Stream.concat(words.stream(), Stream.of(sub.getKey())).toList()));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasADescriptionAndExamples(List<String> words) {
        Answer answer = terminal.types(
                Stream.concat(words.stream(), Stream.of("--help")).toArray(String[]::new));

        assertThat(answer.status()).isZero();
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).contains("Usage: ingot " + String.join(" ", words), "Examples:", "--output");
    }

    @Test
    void helpOfACommandIsAskedForInTwoWays() {
        assertThat(terminal.types("help", "assets").out())
                .isEqualTo(terminal.types("assets", "--help").out());
    }

    @Test
    void helpOfAMisspeltCommandGetsTheNearestOne() {
        Answer answer = terminal.types("help", "asets");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("did you mean assets?");
    }

    @Test
    void noCommandIsWrongUsage() {
        Answer answer = terminal.types();

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("error[invalid-argument]: ", "do:    see how it is used: ingot --help");
    }

    @Test
    void aMisspeltCommandGetsTheNearestOne() {
        Answer answer = terminal.types("asets");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("asets", "did you mean assets?");
    }

    @Test
    void aMisspeltOptionGetsTheNearestOne() {
        Answer answer = terminal.types("assets", "graph", "--fromat", "text");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err())
                .contains("--fromat", "did you mean --format?", "see how it is used: ingot assets graph --help");
    }

    @Test
    void aGroupWithoutItsCommandIsWrongUsage() {
        assertThat(terminal.types("runs").status()).isEqualTo(2);
    }

    @Test
    void anUnknownOutputFormatIsWrongUsage() {
        assertThat(terminal.types("version", "-o", "xml").status()).isEqualTo(2);
    }

    @Test
    void versionNamesIngotAndJava() {
        assertThat(terminal.types("version").out()).contains("ingot ", "java  " + Runtime.version());
        assertThat(terminal.types("version", "-o", "json").out()).contains("\"ingot\"", "\"java\"");
    }

    @Test
    void completionKnowsTheCommands() {
        assertThat(terminal.types("completion", "bash").out()).startsWith("#!").contains("assets");
        assertThat(terminal.types("completion", "zsh").out())
                .startsWith("autoload")
                .contains("bashcompinit");
        assertThat(terminal.types("completion", "fish").status()).isEqualTo(2);
    }

    @Test
    void nothingThatGoesToAFileIsColoured() {
        Answer answer = terminal.types("assets", "list");
        Answer failure = terminal.types("assets", "list", "nothing");

        assertThat(answer.out() + failure.err()).doesNotContain("\u001b");
    }
}
