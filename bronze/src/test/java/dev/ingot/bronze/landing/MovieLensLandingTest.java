package dev.ingot.bronze.landing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.storage.FileSet;
import dev.ingot.core.storage.FileSet.LandedFile;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.MemoryObjectStore;
import dev.ingot.dataset.sample.SampleSettings;
import dev.ingot.spark.testing.MutableClock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovieLensLandingTest {
    private static final SampleSettings TINY = SampleSettings.defaults().withRatings(40);

    private static final String SHA256_OF_NOTHING = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @TempDir
    Path folder;

    private final Clock clock = MutableClock.create();
    private final MemoryObjectStore store = new MemoryObjectStore(clock);
    private final MovieLensLanding landing = new MovieLensLanding(new LandingZone(store, clock));

    @BeforeEach
    void generate() {
        landing.generate(TINY.clean(), folder);
    }

    @Test
    void landsTheFourFilesOfAFolderAsTheyAre() throws IOException {
        LandedSet landed = landing.load(folder);

        assertThat(landing.current()).contains(landed.files());
        assertThat(landed.files().origin()).isEqualTo(folder.toString());
        assertThat(landed.rows()).containsEntry("ratings.csv", 40L);
        assertThat(landed.files().files())
                .extracting(LandedFile::name)
                .containsExactly("links.csv", "movies.csv", "ratings.csv", "tags.csv");
        LandedFile ratings = landed.files().find("ratings.csv").orElseThrow();
        try (InputStream content = store.get(ratings.object())) {
            assertThat(content).hasBinaryContent(Files.readAllBytes(folder.resolve("ratings.csv")));
        }
    }

    @Test
    void landsASample() {
        LandedSet landed = landing.sample(TINY.clean());

        assertThat(landed.files().origin()).isEqualTo("generated sample: seed 1, 40 ratings");
        assertThat(landed.files().files())
                .extracting(LandedFile::sha256)
                .isEqualTo(landing.load(folder).files().files().stream()
                        .map(LandedFile::sha256)
                        .toList());
    }

    @Test
    void tellsEveryProblemAndKeepsTheOldSet() throws IOException {
        FileSet before = landing.load(folder).files();
        Files.delete(folder.resolve("links.csv"));
        Files.writeString(folder.resolve("tags.csv"), "user,movie\n1,2\n");

        assertThatThrownBy(() -> landing.load(folder))
                .asInstanceOf(type(IngotException.class))
                .satisfies(failure -> {
                    assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.INVALID_DATASET);
                    assertThat(failure.diagnostic().what()).contains("2 problems");
                    assertThat(failure.diagnostic().why().orElseThrow()).contains("links.csv", "tags.csv");
                    assertThat(failure.diagnostic().where()).contains(folder.toString());
                    assertThat(failure.diagnostic().help()).isNotEmpty();
                });
        assertThat(landing.current()).contains(before);
    }

    @Test
    void whatIsNotThereIsAProblemToo() {
        Path missing = folder.resolve("ml-25m.zip");

        assertThatThrownBy(() -> landing.load(missing))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining("ml-25m.zip");
    }

    @Test
    void contentThatChangedSinceItWasCheckedNeverEnds() {
        String other = "0".repeat(64);
        InputStream bytes = InputStream.nullInputStream();

        assertThatThrownBy(() -> new CheckedContent(bytes, other).readAllBytes())
                .isInstanceOf(CheckedContent.ChangedException.class);
        assertThat(new CheckedContent(InputStream.nullInputStream(), SHA256_OF_NOTHING))
                .hasContent("");
    }
}
