package dev.ingot.cli.settings.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plants secrets wherever they may stand, runs commands, and looks for them in all that is printed and written. */
final class CanaryTest {
    private static final String CANARY = "canary-7f3a";

    private static final List<String> COMMANDS = List.of(
            "config show --origin",
            "config show -o json",
            "config check",
            "profile list",
            "profile show local -o json",
            "profile diff local azure",
            "doctor",
            "doctor -o json",
            "plan",
            "plan -o json",
            "materialize",
            "runs list -o json",
            "assets list",
            "config show --set orchard.gate-code=" + CANARY,
            "config show --set orchard.gat-code=" + CANARY,
            "plan --set orchard.baskets=none --stacktrace",
            "materialize no/such/asset --stacktrace");

    @TempDir
    private Path folder;

    @Test
    void noCommandShowsOrKeepsASecret() throws IOException {
        Path drawer = Files.writeString(folder.resolve("drawer"), CANARY + "-file");
        for (String gate : List.of(CANARY, "${env:GATE}", "${file:" + drawer + "}", "<${env:GATE}>", "${env:GATES}")) {
            Orchard orchard = new Orchard();
            Terminal terminal = new Terminal(folder, new FrameworkCommands(), orchard)
                    .with("GATE", CANARY + "-env")
                    .with("INGOT_ORCHARD_GATE_CODE", gate);
            for (String command : COMMANDS) {
                Answer answer = terminal.types(command.split(" "));
                assertThat(answer.out() + answer.err()).as(command).isNotEmpty().doesNotContain(CANARY);
            }
            assertThat(orchard.runs().newest(100)).asString().doesNotContain(CANARY);
        }
        Files.delete(drawer);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContain(CANARY);
            }
        }
    }
}
