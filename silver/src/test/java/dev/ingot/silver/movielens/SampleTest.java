package dev.ingot.silver.movielens;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.bronze.BronzeAssets;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleGenerator;
import dev.ingot.dataset.sample.SampleSettings;
import dev.ingot.silver.SilverAssets;
import dev.ingot.spark.testing.RejectedRow;
import dev.ingot.spark.testing.TestOutcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The default sample, whose manifest says how many rows each rule must reject. */
class SampleTest {
    @TempDir
    static Path folder;

    private static Manifest manifest;
    private static Pipeline pipeline;

    @BeforeAll
    static void generate() throws IOException {
        manifest = SampleGenerator.generate(SampleSettings.defaults(), folder);
        pipeline = new Pipeline(folder);
    }

    @Test
    void ratingsAreAsTheManifestSays() {
        assertAgree("ratings.csv", BronzeAssets.RATINGS, SilverAssets.RATINGS);

        Map<Integer, Long> byYear = pipeline.run(SilverAssets.RATINGS).values("year").stream()
                .collect(Collectors.groupingBy(
                        row -> Integer.valueOf(row.get(0).toString()), TreeMap::new, Collectors.counting()));
        assertThat(byYear).isEqualTo(manifest.truth().ratingsByYear());
    }

    @Test
    void moviesAreAsTheManifestSays() {
        assertAgree("movies.csv", BronzeAssets.MOVIES, SilverAssets.MOVIES);

        TestOutcome movies = pipeline.run(SilverAssets.MOVIES);
        assertThat(movies.table().where("size(genres) = 0").count())
                .isEqualTo(manifest.features().get("no_genres_listed"));
        assertThat(movies.table().where("release_year IS NULL").count())
                .isEqualTo(manifest.features().get("titles_without_year"));
    }

    @Test
    void tagsAreAsTheManifestSays() {
        assertAgree("tags.csv", BronzeAssets.TAGS, SilverAssets.TAGS);
    }

    @Test
    void linksAreAsTheManifestSays() {
        assertAgree("links.csv", BronzeAssets.LINKS, SilverAssets.LINKS);

        assertThat(pipeline.run(SilverAssets.LINKS)
                        .table()
                        .where("imdb_id LIKE '0%'")
                        .count())
                .isEqualTo(manifest.features().get("imdb_ids_with_leading_zero"));
        assertThat(pipeline.run(SilverAssets.LINKS)
                        .table()
                        .where("tmdb_id IS NULL")
                        .count())
                .isEqualTo(manifest.features().get("missing_tmdb_id"));
    }

    private static void assertAgree(String name, AssetKey bronze, AssetKey silver) {
        Manifest.FileSummary file = manifest.file(name);
        TestOutcome raw = pipeline.run(bronze);
        TestOutcome clean = pipeline.run(silver);
        Map<String, Long> rejected = new TreeMap<>(byRule(raw));
        rejected.putAll(byRule(clean));

        assertThat(rejected).isEqualTo(new TreeMap<>(file.defects()));
        assertThat(clean.good()).hasSize((int) file.goodRows());
        assertThat(raw.good().size() + raw.rejected().size()).isEqualTo((int) file.rows());
        assertThat(clean.good().size() + clean.rejected().size())
                .isEqualTo(raw.good().size());
    }

    private static Map<String, Long> byRule(TestOutcome outcome) {
        return outcome.rejected().stream().collect(Collectors.groupingBy(RejectedRow::rule, Collectors.counting()));
    }
}
