package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The whole graph on a small sample with every defect in it: one run that all tests look at. Those that change what has
 * landed, or run something again, come last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FirstRun.Once.class)
final class ProductTest {
    /** Another, smaller world: users and movies of the first are not in it. */
    private static final SampleSettings OTHER = new SampleSettings(2, 4_000, 0.05);

    private static final int ASSETS = 24;
    private static final int LATER = Order.DEFAULT + 1;

    private static Path folder;
    private static Product product;
    private static Manifest manifest;
    private static JsonNode run;

    @BeforeAll
    static void runEverything(FirstRun first) {
        folder = first.folder();
        product = first.product();
        manifest = first.manifest();
        run = first.run();
    }

    @Test
    void everyAssetIsMaterialized() {
        assertThat(run.get("status").asText()).isEqualTo("succeeded");
        assertThat(run.get("steps").findValuesAsText("status")).hasSize(ASSETS).containsOnly("succeeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ratings", "movies", "tags", "links"})
    void rowsAreGoodOrRejectedByTheRuleThatTheyBreak(String name) {
        Manifest.FileSummary file = manifest.file(name + ".csv");
        JsonNode bronze = step("bronze/movielens/" + name);
        JsonNode silver = step("silver/movielens/" + name);

        assertThat(file.defects()).allSatisfy((rule, rows) -> assertThat(rows).isPositive());
        assertThat(rows(bronze) + rejected(bronze)).isEqualTo(file.rows());
        assertThat(rows(silver) + rejected(silver)).isEqualTo(rows(bronze));
        assertThat(rows(silver)).isEqualTo(file.goodRows());
        SortedMap<String, Long> byRule = rejectedByRule("bronze/movielens/" + name);
        byRule.putAll(rejectedByRule("silver/movielens/" + name));
        assertThat(byRule).isEqualTo(new TreeMap<>(file.defects()));
    }

    @Test
    void theWarehouseHoldsWhatSilverAndGoldHold() {
        JsonNode counts = product.row("SELECT (SELECT count(*) FROM fact_rating) AS fact_rating,"
                + " (SELECT count(*) FROM dim_movie WHERE active) AS dim_movie,"
                + " (SELECT count(*) FROM dim_user WHERE active) AS dim_user,"
                + " (SELECT count(*) FROM dim_genre WHERE active) AS dim_genre,"
                + " (SELECT count(*) FROM movie_genre) AS movie_genre,"
                + " (SELECT count(*) FROM movie_stats) AS movie_stats,"
                + " (SELECT count(*) FROM genre_stats) AS genre_stats");

        assertThat(counts.get("fact_rating").asLong())
                .isEqualTo(rows(step("silver/movielens/ratings")))
                .isEqualTo(FirstRun.SAMPLE.ratings());
        assertThat(counts.get("dim_movie").asLong()).isEqualTo(manifest.truth().movies());
        assertThat(counts.get("dim_user").asLong()).isEqualTo(manifest.truth().users());
        counts.properties()
                .forEach(count -> assertThat(count.getValue().asLong())
                        .as(count.getKey())
                        .isEqualTo(rows(step("warehouse/movielens/" + count.getKey()))));
    }

    @Test
    void theFactsHaveOnePartitionForEachYear() {
        assertThat(factsByYear()).isEqualTo(manifest.truth().ratingsByYear());
        assertThat(factPartitions()).isEqualTo(manifest.truth().ratingsByYear().keySet());
    }

    @Test
    void theWarehouseHasItsKeys() {
        List<String> keys = new ArrayList<>();
        product.asks("sql", """
                        SELECT CASE contype WHEN 'p' THEN relname::text
                                    ELSE relname || ' -> ' || split_part(confrelid::regclass::text, '.', -1) END AS key
                          FROM pg_constraint JOIN pg_class ON pg_class.oid = conrelid
                         WHERE connamespace = 'warehouse'::regnamespace AND contype IN ('p', 'f') AND convalidated
                           AND conparentid = 0 AND NOT relispartition AND relname NOT LIKE 'flyway%'
                        """).forEach(row -> keys.add(row.get("key").asText()));
        assertThat(keys)
                .containsExactlyInAnyOrder(
                        "dim_date",
                        "dim_genre",
                        "dim_movie",
                        "dim_user",
                        "fact_rating",
                        "fact_rating -> dim_date",
                        "fact_rating -> dim_movie",
                        "fact_rating -> dim_user",
                        "genre_stats",
                        "ingot_provenance",
                        "genre_stats -> dim_genre",
                        "movie_genre",
                        "movie_genre -> dim_genre",
                        "movie_genre -> dim_movie",
                        "movie_stats",
                        "movie_stats -> dim_movie");
    }

    @Test
    void everyUserHasRecommendationsOfMoviesNotRatedBefore() {
        JsonNode lists = product.row("""
                SELECT count(DISTINCT user_id) AS users, max(rank) AS longest,
                       count(*) FILTER (WHERE score NOT BETWEEN 0.5 AND 5) AS off_the_scale,
                       count(*) FILTER (WHERE rank <> place) AS out_of_place,
                       count(*) FILTER (WHERE rated) AS rated
                  FROM (SELECT user_id, rank, score,
                               row_number() OVER (PARTITION BY user_id ORDER BY rank) AS place,
                               EXISTS (SELECT FROM fact_rating JOIN dim_user u USING (user_key) JOIN dim_movie m USING (movie_key)
                                        WHERE u.user_id = r.user_id AND m.movie_id = r.movie_id) AS rated
                          FROM recommendations r) AS list
                """);
        assertThat(lists.get("users").asInt()).isEqualTo(manifest.truth().users());
        assertThat(lists.get("longest").asInt()).isBetween(1, 10);
        assertThat(lists.get("off_the_scale").asInt()).isZero();
        assertThat(lists.get("out_of_place").asInt()).isZero();
        assertThat(lists.get("rated").asInt()).isZero();
    }

    @Test
    void recommendationsComeInTheirOrder() {
        JsonNode known = product.asks("recommend", "--user", "1");
        assertThat(known.get("fallback").asBoolean()).isFalse();
        assertThat(known.get("movies")).isNotEmpty().allSatisfy(movie -> {
            assertThat(movie.get("title").asText()).isNotBlank();
            assertThat(movie.get("score").asDouble()).isBetween(0.5, 5.0);
        });
        assertThat(known.get("movies").findValues("rank"))
                .extracting(JsonNode::asInt)
                .isSorted();
    }

    @Test
    void anUnknownUserGetsWhatEverybodyLikesAndIsToldSo() {
        JsonNode unknown = product.asks("recommend", "--user", "999999", "-k", "5");
        assertThat(unknown.get("fallback").asBoolean()).isTrue();
        assertThat(unknown.get("movies")).hasSize(5);
        assertThat(product.types("recommend", "--user", "999999").exits(0).out())
                .contains("fallback");
    }

    @Test
    void aRunWithNothingToDoSaysSo() {
        Answer again = product.types("materialize").exits(0);
        assertThat(again.out()).contains("Everything is fresh: " + ASSETS + " assets, nothing to do.");
        product.types("plan", "--exit-code").exits(0);
        assertThat(product.asks("runs", "list")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            recommend --user 1 -k 0                    | between 1 and 10
            show silver/movielens/rating               | silver/movielens/ratings
            assets show silver/movielens/movie         | silver/movielens/movies
            materialize silver/movielens/ratingz       | silver/movielens/ratings
            plan --set run.paralelism=2                | run.parallelism
            runs show nosuch                           | ingot runs list
            show silver/movielens/ratings@1896         | 1996
            materialize silver/movielens/ratings@1896  | 1996
            materialise                                | materialize
            """)
    void whatDoesNotExistIsRefusedWithASuggestion(String words, String suggestion) {
        Answer answer = product.types(words.split(" ", -1)).exits(2);
        assertThat(answer.err()).as(answer.toString()).contains(suggestion);
        assertThat(answer.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assets list",
                "assets show silver/movielens/ratings",
                "assets graph",
                "plan",
                "plan silver --force",
                "materialize",
                "why gold/movielens/movie_stats",
                "partitions silver/movielens/ratings",
                "partitions list silver/movielens/ratings",
                "show warehouse/movielens/dim_movie -n 2",
                "show gold/movielens/movie_stats -n 2",
                "runs show last",
                "dataset list",
                "dataset generate --ratings 100 --out generated",
                "config show",
                "version",
            })
    void dataIsJsonForMachines(String words) {
        assertThat(product.asks(words.split(" ", -1))).isNotEmpty();
    }

    @Test
    void everySettingIsDescribedByASentence() {
        assertThat(product.asks("config", "show").findValuesAsText("description"))
                .allSatisfy(text -> assertThat(text).matches("\\p{Lu}.*[.]"));
    }

    @Test
    @Order(LATER)
    void runningWarehouseAndSilverAgainChangesNothing() {
        SortedMap<String, String> before = product.dataVersions();
        String keys = surrogateKeys();

        assertThat(product.materializes("+warehouse/movielens/fact_rating", "--force")
                        .values())
                .containsOnly("succeeded");

        assertThat(product.dataVersions()).isEqualTo(before);
        assertThat(surrogateKeys()).isEqualTo(keys);
        assertThat(product.planned()).isEmpty();
    }

    @Test
    @Order(LATER)
    void aSavedPlanRunsAsItIsAndNeverASecondTime() {
        String file = folder.resolve("plan.json").toString();
        product.types("plan", "gold/movielens/genre_stats", "--force", "--out", file)
                .exits(0);
        JsonNode ran = product.asks("materialize", "--plan", file);
        assertThat(ran.get("steps").findValuesAsText("asset")).containsExactly("gold/movielens/genre_stats");
        Answer again = product.types("materialize", "--plan", file).exits(2);
        assertThat(again.err()).contains("error[plan-moved]", "the slices of gold/movielens/genre_stats");
        assertThat(again.out()).isEmpty();
    }

    @Test
    @Order(LATER)
    void aBackfillTakesBatchesOfDifferentlyPartitionedAssets() {
        SortedMap<String, String> before = product.dataVersions();
        String years = manifest.truth().ratingsByYear().keySet().stream()
                .map(String::valueOf)
                .collect(Collectors.joining("|", "@", ""));
        JsonNode backfill = product.asks(
                "backfill",
                "silver/movielens/ratings" + years + ", warehouse/movielens/fact_rating" + years
                        + ", gold/movielens/user_stats",
                "--force",
                "--batch",
                "3");
        int batches = (manifest.truth().ratingsByYear().size() + 2) / 3;
        assertThat(backfill.get("steps").findValuesAsText("status"))
                .hasSize(2 * batches + 1)
                .containsOnly("succeeded");
        assertThat(product.dataVersions()).isEqualTo(before);
        JsonNode shown = product.asks("runs", "show", "last");
        assertThat(shown.get("kind").asText()).isEqualTo("backfill");
        assertThat(shown.get("steps")).allSatisfy(step -> {
            assertThat(step.get("expected").get("rows").asLong())
                    .isEqualTo(step.get("rows").asLong());
            assertThat(step.get("expected").get("seconds").asDouble()).isPositive();
        });
        assertThat(product.planned()).isEmpty();
    }

    @Test
    @Order(LATER + 1)
    void onlyWhatReadsAChangedFileIsRebuilt() throws IOException {
        Path sample = folder.resolve("sample of seed 1");
        Files.writeString(sample.resolve("tags.csv"), "1,1,one more tag,1000000000\n", StandardOpenOption.APPEND);
        product.lands(sample);
        assertThat(product.planned()).containsExactly("bronze/movielens/tags", "silver/movielens/tags");
        assertThat(product.types("why", "silver/movielens/tags").exits(0).out()).isEqualTo("""
                        silver/movielens/tags is stale:
                        └─ upstream changed: bronze/movielens/tags
                           └─ source changed: movielens/tags.csv
                        """);
        failsOnceAndIsRetried();
        assertThat(product.planned()).isEmpty();
    }

    /** The landed file is gone for as long as one run takes. */
    private static void failsOnceAndIsRetried() throws IOException {
        Path landed = landedTags();
        Path aside = Files.move(landed, folder.resolve("tags aside.csv"));
        Answer failed = product.types("materialize");
        assertThat(failed.status()).as(failed.toString()).isIn(1, 3);
        assertThat(failed.err()).contains("failed: ", "skipped: bronze/movielens/tags failed", "ingot runs retry");
        assertThat(product.asks("partitions", "list", "bronze/movielens/tags").findValuesAsText("status"))
                .containsExactly("failed");
        Files.move(aside, landed);
        JsonNode retried = product.asks("runs", "retry");
        assertThat(retried.get("steps").findValuesAsText("asset"))
                .containsExactly("bronze/movielens/tags", "silver/movielens/tags");
        assertThat(retried.get("status").asText()).isEqualTo("succeeded");
        product.types("runs", "retry").exits(2);
    }

    private static Path landedTags() throws IOException {
        Path sets = product.state().resolve("landing/movielens/sets");
        try (Stream<Path> files = Files.walk(sets)) {
            return files.filter(file -> file.endsWith("tags.csv"))
                    .max(Comparator.comparing(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    @Test
    @Order(LATER + 2)
    void anotherDataSetReplacesTheFirst() throws IOException {
        Manifest other = product.lands(OTHER);
        product.types("plan", "--exit-code").exits(5);

        assertThat(product.materializes())
                .hasSizeGreaterThanOrEqualTo(ASSETS - 2)
                .allSatisfy((asset, status) -> assertThat(status).isIn("succeeded", "unchanged"));

        product.types("plan", "--exit-code").exits(0);
        assertThat(factsByYear()).isEqualTo(other.truth().ratingsByYear());
        assertThat(factPartitions()).isEqualTo(other.truth().ratingsByYear().keySet());
        JsonNode counts = product.row("SELECT (SELECT count(*) FROM dim_user WHERE active) AS users,"
                + " (SELECT count(*) FROM dim_user WHERE NOT active) AS vanished_users,"
                + " (SELECT count(*) FROM dim_movie WHERE active) AS movies,"
                + " (SELECT count(DISTINCT user_id) FROM recommendations) AS served");
        assertThat(counts.get("users").asInt()).isEqualTo(other.truth().users());
        assertThat(counts.get("vanished_users").asInt())
                .isEqualTo(manifest.truth().users() - other.truth().users());
        assertThat(counts.get("movies").asInt()).isEqualTo(other.truth().movies());
        assertThat(counts.get("served").asInt()).isEqualTo(other.truth().users());
    }

    private static JsonNode step(String asset) {
        return StreamSupport.stream(run.get("steps").spliterator(), false)
                .filter(step -> step.get("asset").asText().equals(asset))
                .findFirst()
                .orElseThrow();
    }

    private static long rows(JsonNode step) {
        return step.get("rows").asLong();
    }

    private static long rejected(JsonNode step) {
        return step.get("rejected").asLong();
    }

    private static SortedMap<String, Long> rejectedByRule(String asset) {
        SortedMap<String, Long> rows = new TreeMap<>();
        product.asks("show", asset, "--rejected", "-n", "10000").forEach(row -> {
            assertThat(row.get("source").asText()).matches("movielens/[a-z]+\\.csv:[0-9]+");
            assertThat(row.get("text").isNull()).isFalse();
            rows.merge(row.get("rule").asText(), 1L, Long::sum);
        });
        return rows;
    }

    private static SortedMap<Integer, Long> factsByYear() {
        SortedMap<Integer, Long> rows = new TreeMap<>();
        product.asks("sql", "SELECT year, count(*) AS rows FROM fact_rating GROUP BY year")
                .forEach(
                        row -> rows.put(row.get("year").asInt(), row.get("rows").asLong()));
        return rows;
    }

    private static TreeSet<Integer> factPartitions() {
        TreeSet<Integer> years = new TreeSet<>();
        product.asks(
                        "sql",
                        "SELECT inhrelid::regclass::text AS name FROM pg_inherits"
                                + " WHERE inhparent = 'warehouse.fact_rating'::regclass")
                .forEach(row ->
                        years.add(Integer.valueOf(row.get("name").asText().replaceAll(".*fact_rating_", ""))));
        return years;
    }

    private static String surrogateKeys() {
        return product.row("""
                SELECT (SELECT string_agg(movie_key || '=' || movie_id, ' ' ORDER BY movie_key) FROM dim_movie) AS movies,
                       (SELECT string_agg(user_key || '=' || user_id, ' ' ORDER BY user_key) FROM dim_user) AS users,
                       (SELECT string_agg(genre_key || '=' || name, ' ' ORDER BY genre_key) FROM dim_genre) AS genres
                """).toString();
    }
}
