package dev.ingot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.text.Style;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ConsoleTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private boolean json;

    @Test
    void aTerminalGetsColourAndLinesThatFit() {
        console(new Screen(true, true, true, () -> 20))
                .table(List.of("name", "text"), List.of(row("a", "x".repeat(40))));

        assertThat(text()).isEqualTo("\u001b[1mname  text\u001b[0m\na     " + "x".repeat(13) + "…\n");
    }

    @Test
    void aTerminalThatWantsNoColourGetsNone() {
        Console console = console(new Screen(true, true, false, () -> 80));

        assertThat(console.style(console.out(), Style.BAD, "no")).isEqualTo("no");
    }

    @Test
    void noColorIsRespected() {
        assertThat(Screen.ofProcess(Map.of("NO_COLOR", "1")).colour()).isFalse();
        assertThat(Screen.ofProcess(Map.of("NO_COLOR", "")).colour()).isTrue();
        assertThat(Screen.ofProcess(Map.of("TERM", "dumb")).outIsTerminal()).isFalse();
        assertThat(Screen.ofProcess(Map.of("CI", "true")).errIsTerminal()).isFalse();
        assertThat(Screen.ofProcess(Map.of("COLUMNS", "77")).width()).isEqualTo(77);
    }

    @Test
    void aFileGetsWholeValues() {
        console(Screen.none()).table(List.of("name"), List.of(row("x".repeat(300))));

        assertThat(text()).isEqualTo("name\n" + "x".repeat(300) + "\n");
    }

    @Test
    void numbersStandRightAndNullsAreEmpty() {
        console(Screen.none()).table(List.of("n", "t"), List.of(row(5, "five"), row(1000, null), row(null, "none")));

        assertThat(text()).isEqualTo("   n  t\n   5  five\n1000\n      none\n");
    }

    @Test
    void aLineEndInsideAValueDoesNotBreakTheTable() {
        console(Screen.none()).table(List.of("t"), List.of(row("a\nb")));

        assertThat(text()).isEqualTo("t\na⏎b\n");
    }

    @Test
    void jsonKeepsEveryColumnEvenOfTheSameName() {
        json = true;
        console(Screen.none()).table(List.of("id", "id"), List.of(row(1, null)));

        assertThat(text()).isEqualToIgnoringWhitespace("[{\"id\": 1, \"id_2\": null}]");
    }

    private static List<?> row(Object... values) {
        return Arrays.asList(values);
    }

    private Console console(Screen screen) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Streams(stream, stream, screen).console(() -> json);
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
