package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens to the product's process while it works, and what it loads while it does not. */
final class ProcessTest {
    /** From files through Delta tables to PostgreSQL, by eleven steps. */
    private static final String WORK = "+warehouse/movielens/fact_rating";

    @TempDir
    private Path folder;

    private Product product;

    /** What a run that nobody disturbs leaves behind. */
    private static SortedMap<String, String> undisturbed;

    @BeforeAll
    static void runUndisturbed(@TempDir Path aside) {
        Product other = Landed.in(aside);
        other.materializes(WORK);
        undisturbed = other.dataVersions();
    }

    @BeforeEach
    void open() {
        product = Landed.in(folder);
    }

    @Test
    void aRunThatWasKilledIsContinued() throws Exception {
        try (ChildProcess child = ChildProcess.starts(product.state(), "materialize", WORK)) {
            child.says("✓", "silver/movielens/movies ");
            assertThat(ChildProcess.servers(product.state())).isNotEmpty();
            child.kill();
        }
        Set<String> committed = new TreeSet<>(product.dataVersions().keySet());
        assertThat(committed).contains("bronze/movielens/movies@", "silver/movielens/movies@");
        assertThat(product.asks("runs", "list").get(0).get("status").asText()).isEqualTo("died");
        assertThat(product.types("runs", "logs", "--step", "1").exits(0).out())
                .contains(" begins: ", "computing", "succeeded: ");

        assertThat(product.materializes(WORK))
                .doesNotContainKeys(committed.stream()
                        .map(slice -> slice.substring(0, slice.indexOf('@')))
                        .toArray(String[]::new))
                .allSatisfy((asset, status) -> assertThat(status).isEqualTo("succeeded"));

        assertThat(product.dataVersions()).isEqualTo(undisturbed);
        assertThat(ChildProcess.servers(product.state())).isEmpty();
    }

    @Test
    void aRunKeepsItsSlicesAndStopsWhenInterrupted() throws Exception {
        try (ChildProcess child = ChildProcess.starts(product.state(), "materialize", WORK)) {
            child.says("✓");

            Answer second = product.types("materialize", WORK, "--no-wait").exits(1);
            assertThat(second.err()).contains("Another run is writing to", "process " + child.pid());

            child.signal("INT");
            assertThat(child.ends(10).exits(130).out()).contains("Run cancelled: ");
        }
        assertThat(product.asks("runs", "list").findValuesAsText("status")).containsExactly("failed", "cancelled");
        assertThat(product.row("SELECT count(*) AS intents FROM intent")
                        .get("intents")
                        .asInt())
                .isZero();

        try (ChildProcess child = ChildProcess.starts(product.state(), "runs", "retry")) {
            child.says("✓");
            child.signal("TERM");
            assertThat(child.ends(10).exits(143).out()).contains("Run cancelled: ");
        }
        try (ChildProcess child = ChildProcess.starts(product.state(), "runs", "retry")) {
            child.says("✓");
            Instant asked = Instant.now();
            product.types("runs", "cancel").exits(0);
            assertThat(child.ends().exits(130).out()).contains("Run cancelled: ");
            JsonNode cancelled = product.asks("runs", "show");
            assertThat(cancelled.get("status").asText()).isEqualTo("cancelled");
            assertThat(Instant.parse(cancelled.get("finished_at").asText())).isBefore(asked.plusSeconds(5));
        }

        assertThat(product.asks("runs", "retry").get("status").asText()).isEqualTo("succeeded");

        assertThat(product.dataVersions()).isEqualTo(undisturbed);
        assertThat(ChildProcess.servers(product.state())).isEmpty();
    }

    @Test
    void aRunIsPausedByOneProcessAndResumedByAnother() throws Exception {
        try (ChildProcess child = ChildProcess.starts(product.state(), "backfill", WORK)) {
            child.says("✓");
            assertThat(product.types("runs", "pause").exits(0).out()).contains("to pause", "ingot runs resume");
            assertThat(child.ends().exits(0).out()).contains("Backfill paused: ", "ingot runs resume ");
        }
        JsonNode paused = product.asks("runs", "list").get(0);
        assertThat(paused.get("status").asText()).isEqualTo("paused");
        assertThat(product.planned()).isNotEmpty();

        JsonNode resumed = product.asks("runs", "resume");

        assertThat(resumed.get("run")).isEqualTo(paused.get("run"));
        assertThat(resumed.get("steps").findValuesAsText("status")).containsOnly("succeeded");
        assertThat(product.dataVersions()).isEqualTo(undisturbed);
        assertThat(product.asks("runs", "list")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "assets list",
                "assets list gold/movielens/movie_year_stats@1996",
                "plan",
                "runs list",
                "config show"
            })
    void whatOnlyLooksLoadsNoSpark(String words) throws Exception {
        Path loaded = folder.resolve("loaded.txt");
        Path database = product.state().resolve("postgres");
        boolean needsNone = words.equals("--help") || words.startsWith("assets list");
        if (needsNone) {
            Files.move(database, folder.resolve("aside"));
        }
        List<String> log = List.of("-Xlog:class+load:file=loaded.txt");
        try (ChildProcess child = ChildProcess.starts(product.state(), log, words.split(" ", -1))) {
            child.ends().exits(0);
        }

        try (Stream<String> lines = Files.lines(loaded)) {
            assertThat(lines.filter(line -> line.contains(" org.apache.spark.")))
                    .isEmpty();
        }
        if (needsNone) {
            assertThat(database).doesNotExist();
        }
    }
}
