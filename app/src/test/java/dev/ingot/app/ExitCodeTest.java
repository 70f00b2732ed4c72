package dev.ingot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingot.dataset.sample.SampleGenerator;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * How commands end when something is wrong around them: no room, no right to write, nothing to learn from. One project, whose
 * ratings depend on nothing; its lake is a small disk of its own where one can be mounted. A lost database is among the kills of
 * the crash tests.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ExitCodeTest {
    private static final String MOVIES = "silver/movielens/movies";
    private static final String RATINGS = "silver/movielens/ratings";
    private static final String MODEL = "recommender/movielens/model";
    private static final String EVALUATION = "recommender/movielens/evaluation";
    private static final String LISTS = "recommender/movielens/recommendations";
    private static final SampleSettings SAMPLE = new SampleSettings(4, 20_000, 0);

    @TempDir
    private static Path folder;

    private static Product product;
    private static Path lake;
    private static boolean mounted;

    @BeforeAll
    static void land() throws Exception {
        product = new Product(folder);
        lake = Files.createDirectories(product.state().resolve("lake"));
        mounted = runs("mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", lake.toString());
        product.lands(withoutAnyTaste());
    }

    @AfterAll
    static void unmount() throws Exception {
        if (mounted) {
            runs("umount", "-l", lake.toString());
        }
    }

    /** Ratings that depend on nothing, so that whoever learns tastes from them learns noise. */
    private static Path withoutAnyTaste() throws IOException {
        Path sample = folder.resolve("noise");
        SampleGenerator.generate(SAMPLE, sample);
        Random random = new Random(7);
        List<String> lines = new ArrayList<>(Files.readAllLines(sample.resolve("ratings.csv")));
        for (int line = 1; line < lines.size(); line++) {
            String[] fields = lines.get(line).split(",", -1);
            fields[2] = Double.toString((1 + random.nextInt(10)) / 2.0);
            lines.set(line, String.join(",", fields));
        }
        Files.write(sample.resolve("ratings.csv"), lines);
        return sample;
    }

    private static boolean runs(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    @Test
    @Order(1)
    void aFullDiskFailsWhatNeedsRoomAndNothingElse() throws Exception {
        assumeThat(mounted).as("a small disk can be mounted").isTrue();

        Answer full = product.types(
                        "materialize", "+" + RATINGS + ", bronze/movielens/tags", "--set", "run.parallelism=1")
                .exits(1);

        assertThat(full.err())
                .contains("error[disk-full]", "make room", "skipped: " + MOVIES + " failed")
                .contains("bronze/movielens/tags ", "3 assets materialized, 1 failed, 1 skipped");
        assertThat(product.asks("show", MOVIES)).isEmpty();
        assertThat(product.asks("runs", "list").get(0).get("status").asText()).isEqualTo("failed");
        assertThat(intents()).isZero();

        assertThat(runs("mount", "-o", "remount,size=256m", lake.toString())).isTrue();
        assertThat(product.asks("runs", "retry").get("status").asText()).isEqualTo("succeeded");
    }

    @Test
    @Order(2)
    void aDiskThatCannotBeWrittenToFailsTheRunAndStaysReadable() throws Exception {
        assumeThat(mounted).as("a small disk can be mounted").isTrue();
        product.materializes("+" + RATINGS);
        assertThat(runs("mount", "-o", "remount,ro", lake.toString())).isTrue();
        try {
            Answer locked = product.types("materialize", RATINGS, "--force").exits(1);

            assertThat(locked.err()).contains("Read-only file system", "Run failed: ");
            assertThat(product.asks("show", RATINGS, "-n", "2")).hasSize(2);
            assertThat(intents()).isZero();
        } finally {
            runs("mount", "-o", "remount,rw", lake.toString());
        }
        assertThat(product.materializes(RATINGS)).containsEntry(RATINGS, "succeeded");
    }

    @Test
    @Order(3)
    void aModelThatLosesToItsBaselinePublishesNothing() {
        Answer blocked = product.types("materialize", "+" + LISTS, "-o", "json").exits(4);

        JsonNode report = blocked.json();
        assertThat(status(report, MODEL)).isEqualTo("succeeded");
        assertThat(status(report, EVALUATION)).isEqualTo("blocked");
        assertThat(status(report, LISTS)).isEqualTo("skipped");
        assertThat(report.get("status").asText()).isEqualTo("blocked");
        assertThat(report.get("checks").findValuesAsText("name")).containsExactly("beats_biases");
        String run = report.get("run").asText();
        assertThat(blocked.err())
                .contains("error[check-failed]: " + EVALUATION + " does not pass its check beats_biases")
                .contains("ingot show " + EVALUATION + " --staged " + run)
                .doesNotContain("check failed: ");
        assertThat(product.asks("show", EVALUATION, "--staged", run.substring(0, 20))
                        .findValuesAsText("passed"))
                .hasSize(4)
                .containsOnly("false");
        assertThat(product.asks("show", EVALUATION)).isEmpty();
        assertThat(count("recommendations")).isZero();
        assertThat(product.planned()).contains(EVALUATION, LISTS);
        assertThat(product.types("show", EVALUATION, "--staged", "nosuch")
                        .exits(2)
                        .err())
                .contains("error[unknown-run]", run);
    }

    private static String status(JsonNode report, String asset) {
        return StreamSupport.stream(report.get("steps").spliterator(), false)
                .filter(step -> step.get("asset").asText().equals(asset))
                .findFirst()
                .orElseThrow()
                .get("status")
                .asText();
    }

    private static long intents() {
        return count("intent");
    }

    private static long count(String table) {
        return product.row("SELECT count(*) AS rows FROM " + table).get("rows").asLong();
    }
}
