package dev.ingot.dataset.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.dataset.MovieLensFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleGeneratorTest {
    private static final String[] FILES = {"ratings.csv", "movies.csv", "tags.csv", "links.csv", "manifest.json"};

    @TempDir
    Path folder;

    static List<SampleSettings> randomSettings() {
        SplittableRandom random = new SplittableRandom(20);
        return IntStream.range(0, 12)
                .mapToObj(i -> new SampleSettings(
                        random.nextLong(),
                        20 + random.nextInt(1 << (4 + i)),
                        i % 4 == 0 ? 0.01 : random.nextDouble(0.5)))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("randomSettings")
    void theManifestSaysWhatCleaningFinds(SampleSettings settings) throws IOException {
        Manifest manifest = SampleGenerator.generate(settings, folder);
        Cleaned movies = Cleaned.movies(folder);
        Cleaned ratings = Cleaned.ratings(folder, movies);
        assertAgree(manifest, MovieLensFile.MOVIES, movies);
        assertAgree(manifest, MovieLensFile.LINKS, Cleaned.links(folder, movies));
        assertAgree(manifest, MovieLensFile.TAGS, Cleaned.tags(folder, movies));
        assertAgree(manifest, MovieLensFile.RATINGS, ratings);
        assertThat(ratings.good()).hasSize(settings.ratings());
        assertThat(manifest.truth().movies()).isEqualTo(movies.good().size());
        assertThat(manifest.truth().ratingsByYear()).isEqualTo(byYear(ratings));
        assertThat(perUser(ratings))
                .hasSize(manifest.truth().users())
                .allSatisfy((user, count) -> assertThat(count).isGreaterThanOrEqualTo(20));
    }

    @ParameterizedTest
    @MethodSource("randomSettings")
    void theGoodRowsAreThoseOfTheCleanSample(SampleSettings settings) throws IOException {
        Path clean = folder.resolve("clean");
        Path dirty = folder.resolve("dirty");
        SampleGenerator.generate(settings, dirty);
        Manifest manifest = SampleGenerator.generate(settings.clean(), clean);
        Cleaned movies = Cleaned.movies(dirty);
        Cleaned cleanMovies = Cleaned.movies(clean);
        assertSame(movies, cleanMovies);
        assertSame(Cleaned.links(dirty, movies), Cleaned.links(clean, cleanMovies));
        assertSame(Cleaned.tags(dirty, movies), Cleaned.tags(clean, cleanMovies));
        assertSame(Cleaned.ratings(dirty, movies), Cleaned.ratings(clean, cleanMovies));
        assertThat(manifest.files()).allSatisfy(file -> assertThat(file.rows()).isEqualTo(file.goodRows()));
    }

    @Test
    void theSameSettingsGiveTheSameBytes() throws IOException {
        SampleSettings settings = SampleSettings.defaults().withSeed(99).withRatings(20_000);
        SampleGenerator.generate(settings, folder.resolve("one"));
        SampleGenerator.generate(settings, folder.resolve("two"));
        SampleGenerator.generate(settings.withSeed(100), folder.resolve("other"));
        for (String file : FILES) {
            byte[] one = Files.readAllBytes(folder.resolve("one").resolve(file));
            assertThat(folder.resolve("two").resolve(file)).hasBinaryContent(one);
            assertThat(Files.readAllBytes(folder.resolve("other").resolve(file)))
                    .isNotEqualTo(one);
        }
    }

    /** Whoever changes what a seed means replaces the golden files, and says so in the changelog. */
    @Test
    void aTinySampleIsAsItAlwaysWas() throws IOException {
        SampleGenerator.generate(new SampleSettings(7, 60, 0.3), folder);
        for (String file : FILES) {
            try (var golden = getClass().getResourceAsStream("/golden/sample-seed-7/" + file)) {
                assertThat(golden).as(file).isNotNull();
                assertThat(Files.readString(folder.resolve(file)))
                        .as(file)
                        .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
    }

    @Test
    void theDefaultSampleHasEverythingThatItIsMeantToHave() throws IOException {
        Manifest manifest = SampleGenerator.generate(SampleSettings.defaults(), folder);
        assertThat(manifest.files()).allSatisfy(file -> {
            assertThat(file.defects().values()).allMatch(count -> count >= 3);
            assertThat(file.rows()).isLessThan((long) (file.goodRows() * 1.02));
            assertThat(Files.size(folder.resolve(file.name()))).isEqualTo(file.bytes());
        });
        assertThat(manifest.features())
                .hasSize(10)
                .allSatisfy((name, count) -> assertThat(count).isPositive());
        assertThat(manifest.truth().ratingsByYear().keySet())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1995, 2019).boxed().toList());
        assertThat(manifest.truth().users()).isCloseTo(610, within(10));
        assertThat(manifest.truth().movies()).isCloseTo(9742, within(50));
        assertThat(manifest.truth().globalMean()).isBetween(3.3, 3.7);
    }

    /** Known only by its biases, a rating is off by a good deal more than by all that is planted. */
    @Test
    void tastesAreWorthLearning() throws IOException {
        for (long seed = 1; seed <= 3; seed++) {
            Manifest.Truth truth = SampleGenerator.generate(
                            SampleSettings.defaults().withSeed(seed), folder)
                    .truth();
            assertThat(truth.biasRmse()).isBetween(0.80, 0.90);
            assertThat(truth.bestReachableRmse()).isBetween(0.65, 0.75);
        }
    }

    @Test
    void popularityHasAHeadAndALongTail() throws IOException {
        SampleGenerator.generate(SampleSettings.defaults().clean(), folder);
        Cleaned ratings = Cleaned.ratings(folder, Cleaned.movies(folder));
        List<Long> counts = ratings.good().stream()
                .collect(Collectors.groupingBy(row -> row.get(1), Collectors.counting()))
                .values()
                .stream()
                .sorted(Comparator.reverseOrder())
                .toList();
        long head = counts.stream().limit(1000).mapToLong(Long::longValue).sum();
        assertThat(head).isBetween(55_000L, 75_000L);
        assertThat(counts.get(0)).isBetween(150L, 450L);
        assertThat(counts.get(counts.size() / 2)).isLessThan(10);
    }

    @Test
    void noGoodRatingIsOlderThanItsMovie() throws IOException {
        SampleGenerator.generate(SampleSettings.defaults().clean(), folder);
        Cleaned movies = Cleaned.movies(folder);
        Map<String, Integer> released = movies.good().stream()
                .filter(row -> row.get(1).matches(".*\\(\\d{4}\\) *"))
                .collect(Collectors.toMap(
                        row -> row.get(0), row -> Integer.valueOf(row.get(1).replaceAll(".*\\((\\d{4})\\) *", "$1"))));
        assertThat(Cleaned.ratings(folder, movies).good())
                .allMatch(row -> released.getOrDefault(row.get(1), 0) <= year(row));
    }

    @Test
    void linksEndTheirLinesWithCrlfAndKeepTheirZeros() throws IOException {
        SampleGenerator.generate(SampleSettings.defaults().withRatings(1000).clean(), folder);
        String text = Files.readString(folder.resolve("links.csv"));
        assertThat(text.replace("\r\n", "")).doesNotContain("\n").doesNotContain("\r");
        assertThat(text).containsPattern("\r\n\\d+,0\\d{6},\\d*\r\n");
    }

    private static void assertSame(Cleaned dirty, Cleaned clean) {
        assertThat(dirty.good()).hasSameSizeAs(clean.good());
        assertThat(new HashSet<>(dirty.good())).isEqualTo(new HashSet<>(clean.good()));
    }

    private void assertAgree(Manifest manifest, MovieLensFile file, Cleaned cleaned) throws IOException {
        Manifest.FileSummary summary = manifest.file(file.fileName());
        assertThat(summary.defects()).as(file.fileName()).isEqualTo(cleaned.defects());
        assertThat(summary.rows()).isEqualTo(cleaned.rows());
        assertThat(summary.goodRows()).isEqualTo(cleaned.good().size());
        assertThat(folder.resolve(file.fileName())).hasSize(summary.bytes()).hasDigest("SHA-256", summary.sha256());
    }

    private static Map<String, Integer> perUser(Cleaned ratings) {
        Map<String, Set<String>> movies = new TreeMap<>();
        ratings.good()
                .forEach(row -> movies.computeIfAbsent(row.get(0), user -> new HashSet<>())
                        .add(row.get(1)));
        Map<String, Integer> counts = new TreeMap<>();
        movies.forEach((user, seen) -> counts.put(user, seen.size()));
        return counts;
    }

    private static Map<Integer, Long> byYear(Cleaned ratings) {
        return ratings.good().stream()
                .collect(Collectors.groupingBy(SampleGeneratorTest::year, TreeMap::new, Collectors.counting()));
    }

    private static int year(List<String> row) {
        return Instant.ofEpochSecond(Long.parseLong(row.get(3)))
                .atOffset(ZoneOffset.UTC)
                .getYear();
    }
}
