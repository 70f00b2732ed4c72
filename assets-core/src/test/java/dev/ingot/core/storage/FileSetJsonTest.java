package dev.ingot.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.FileSet.LandedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSetJsonTest {
    private static final String FOLDER = "landing/movielens/sets/01jna000000000000000000001/";
    private static final FileSet VALID = new FileSet(
            "movielens",
            "01jna000000000000000000001",
            "ml-latest-small.zip \"ü\"",
            Instant.parse("2026-03-01T10:00:00Z"),
            List.of(
                    new LandedFile("movies.csv", ObjectPath.of(FOLDER + "movies.csv"), 494431, "00ff"),
                    new LandedFile("ratings.csv", ObjectPath.of(FOLDER + "ratings.csv"), 5_000_000_000L, "ff00")));

    @Test
    void theFormIsTheOneThatStoresHoldAlready() throws IOException {
        assertThat(FileSetJson.parse(golden("valid"))).isEqualTo(VALID);
        assertThat(FileSetJson.parse(FileSetJson.print(VALID))).isEqualTo(VALID);
        assertThat(FileSetJson.print(VALID).replaceAll("\\s", ""))
                .isEqualTo(golden("valid").replaceAll("\\s", ""));
    }

    @Test
    void aNewerFormatIsRefusedBeforeItIsUnderstood() {
        assertThatThrownBy(() -> FileSetJson.parse(golden("newer")))
                .isInstanceOfSatisfying(IngotException.class, failure -> {
                    assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.NEWER_FORMAT);
                    assertThat(failure.diagnostic().text()).contains("format 2", "up to 1");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{}", "{\"format\":\"1\"}", "{\"format\":1}", "{\"format\":1", "text"})
    void whatIsNoneIsRefused(String json) {
        assertThatThrownBy(() -> FileSetJson.parse(json)).isInstanceOf(IOException.class);
    }

    @Test
    void whatIsDamagedIsRefused() throws IOException {
        for (String[] change : new String[][] {
            {"\"files\" : [", "\"files\" : [3, "},
            {"494431", "\"many\""},
            {"2026-03", "2026-13"},
            {"landing/", "/../"},
            {"\"sha256\"", "\"hash\""},
            {"\"files\"", "\"pieces\""}
        }) {
            String damaged = golden("valid").replace(change[0], change[1]);
            assertThatThrownBy(() -> FileSetJson.parse(damaged)).as(change[1]).isInstanceOf(IOException.class);
        }
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = FileSetJsonTest.class.getResourceAsStream("current-" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
