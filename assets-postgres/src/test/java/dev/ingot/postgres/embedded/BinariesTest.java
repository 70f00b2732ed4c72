package dev.ingot.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BinariesTest {
    @TempDir
    Path home;

    @Test
    void whatAKilledCommandHadBegunToUnpackIsRemovedByTheNextOne() throws Exception {
        StateFolder state = StateFolder.in(home);
        Path before = Files.createDirectories(state.binaries().resolve(".unpacking-1/bin"));
        Files.writeString(before.resolve("initdb"), "half");

        Binaries unpacked = Binaries.unpackedIn(state);

        assertThat(before.getParent()).doesNotExist();
        assertThat(unpacked.program("initdb")).exists();

        Path after = Files.createDirectories(state.binaries().resolve(".unpacking-2"));
        assertThat(Binaries.unpackedIn(state)).isEqualTo(unpacked);
        assertThat(after).as("also when there is nothing to unpack").doesNotExist();
        assertThat(List.of(unpacked.folder()))
                .isEqualTo(Files.list(state.binaries()).toList());
    }
}
