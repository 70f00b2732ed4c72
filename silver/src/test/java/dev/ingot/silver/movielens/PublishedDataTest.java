package dev.ingot.silver.movielens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.dataset.archive.DataFile;
import dev.ingot.dataset.archive.MovieLensArchive;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.testing.TestOutcome;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The published ml-latest-small, where it is at hand: {@code -Dingot.shared.data}, or {@code shared/data} beside the project. */
class PublishedDataTest {
    private static final Path SHARED = Path.of(System.getProperty("ingot.shared.data", "../../shared/data"));

    @TempDir
    static Path folder;

    private static Pipeline pipeline;

    @BeforeAll
    static void unpack() throws IOException {
        Path archive = SHARED.resolve("ml-latest-small/ml-latest-small.zip");
        assumeTrue(Files.exists(archive), () -> "not at hand: " + archive);
        for (DataFile file : MovieLensArchive.open(archive).files()) {
            try (InputStream content = file.open()) {
                Files.copy(content, folder.resolve(file.file().fileName()));
            }
        }
        pipeline = new Pipeline(folder);
    }

    @Test
    void noRowIsLost() {
        assertAllGood(SilverAssets.RATINGS, 100_836);
        assertAllGood(SilverAssets.MOVIES, 9_742);
        assertAllGood(SilverAssets.TAGS, 3_683);
        assertAllGood(SilverAssets.LINKS, 9_742);
    }

    @Test
    void awkwardTitlesAreRight() {
        TestOutcome movies = pipeline.run(SilverAssets.MOVIES);

        assertThat(movies.values("title", "release_year"))
                .contains(List.of("11'09\"01 - September 11", 2002), List.of("(500) Days of Summer", 2009));
        assertThat(movies.table().where("title <> trim(title)").count()).isZero();
        assertThat(movies.table().where("release_year IS NULL").count()).isEqualTo(13);
        assertThat(movies.table().where("size(genres) = 0").count()).isEqualTo(34);
        assertThat(movies.table()
                        .where("release_year < 1900 OR release_year > 2018")
                        .count())
                .isZero();
    }

    @Test
    void linksWithoutATmdbIdStay() {
        assertThat(pipeline.run(SilverAssets.LINKS)
                        .table()
                        .where("tmdb_id IS NULL")
                        .count())
                .isEqualTo(8);
    }

    private static void assertAllGood(AssetKey key, int rows) {
        TestOutcome outcome = pipeline.run(key);
        assertThat(outcome.rejected()).isEmpty();
        assertThat(outcome.good()).hasSize(rows);
    }
}
