package dev.ingot.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Opens the published small set, where it has been put beside the repository; it must not be in it. */
class PublishedArchiveTest {
    private static final String PLACE = "ml-latest-small/ml-latest-small.zip";

    @Test
    void mlLatestSmall() {
        Path archive = candidates()
                .map(folder -> folder.resolve(PLACE))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(PLACE));
        assumeTrue(
                Files.exists(archive),
                "ml-latest-small.zip is not on this machine (system property ingot.shared.data)");
        List<DataFile> files = MovieLensArchive.open(archive).files();
        assertThat(files)
                .extracting(DataFile::path)
                .containsExactly(
                        "ml-latest-small/ratings.csv",
                        "ml-latest-small/movies.csv",
                        "ml-latest-small/tags.csv",
                        "ml-latest-small/links.csv");
        assertThat(files).extracting(DataFile::rows).containsExactly(100_836L, 9_742L, 3_683L, 9_742L);
        assertThat(files).extracting(DataFile::bytes).containsExactly(2_483_723L, 494_431L, 118_660L, 197_979L);
    }

    /** The folder that was named, or {@code ../shared/data} beside the repository or one of its worktrees. */
    private static Stream<Path> candidates() {
        String named = System.getProperty("ingot.shared.data");
        if (named != null) {
            return Stream.of(Path.of(named));
        }
        Path module = Path.of("").toAbsolutePath();
        return Stream.of("../../shared/data", "../../../shared/data").map(module::resolve);
    }
}
