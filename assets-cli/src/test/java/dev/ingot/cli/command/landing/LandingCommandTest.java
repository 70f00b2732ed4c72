package dev.ingot.cli.command.landing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LandingCommandTest {
    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = new Terminal(folder, new FrameworkCommands(), new Orchard());
    }

    @Test
    void filesAreReplacedAddedAndRemoved() throws IOException {
        String pears = file("pears.csv", "1\n");
        String plums = file("plums.csv", "2\n3\n");

        assertThat(terminal.types("landing", "put", "fruit", pears).status()).isZero();
        assertThat(list()).contains("pears.csv").doesNotContain("plums.csv");
        assertThat(terminal.types("landing", "put", "fruit", plums, "--add").status())
                .isZero();
        assertThat(list()).contains("pears.csv", "plums.csv");
        assertThat(terminal.types("landing", "rm", "fruit", "pears.csv", "--yes")
                        .out())
                .contains("Removed pears.csv of fruit");
        assertThat(list()).doesNotContain("pears.csv").contains("plums.csv");
        assertThat(terminal.types("landing", "rm", "fruit", "--yes").status()).isZero();
        assertThat(list()).doesNotContain("plums.csv");
        try (Stream<Path> left = Files.walk(folder.resolve("state"))) {
            assertThat(left.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void nothingIsRemovedUnasked() throws IOException {
        terminal.types("landing", "put", "fruit", file("pears.csv", "1\n"));
        Answer answer = terminal.types("landing", "rm", "fruit");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("--yes");
        assertThat(list()).contains("pears.csv");
    }

    @Test
    void whatIsNotThereIsTold() throws IOException {
        terminal.types("landing", "put", "fruit", file("pears.csv", "1\n"));

        assertThat(terminal.types("landing", "rm", "fruit", "pear.csv", "--yes").err())
                .contains("did you mean pears.csv?");
        assertThat(terminal.types("landing", "rm", "meat", "--yes").err()).contains("error[nothing-landed]");
        assertThat(terminal.types("landing", "put", "../fruit", "x").err()).contains("There is no file");
        assertThat(terminal.types("landing", "list", "../fruit").err()).contains("is not a domain");
    }

    @Test
    void aLongTransferTellsHowFarItIs() throws IOException {
        Path large = folder.resolve("large.bin");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(20L << 20);
        }
        assertThat(terminal.types("landing", "put", "fruit", large.toString()).err())
                .contains("large.bin: 10 of 20 MB", "large.bin: 20 of 20 MB");
    }

    private String list() {
        return terminal.types("landing", "list").out();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }
}
