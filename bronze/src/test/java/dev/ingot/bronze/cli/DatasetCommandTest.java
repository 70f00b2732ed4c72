package dev.ingot.bronze.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.bronze.BronzeModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.MemoryStores;
import dev.ingot.cli.Surroundings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetCommandTest {
    @TempDir
    Path project;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void generatesLoadsAndLists() {
        String sample = project.resolve("sample").toString();

        assertStatus(0, "dataset", "generate", "--ratings", "40", "--out", sample);
        assertThat(out()).contains("ratings.csv", "defective", "Next: ingot dataset load " + sample);
        assertThat(project.resolve("sample/manifest.json")).exists();

        assertStatus(0, "dataset", "load", sample);
        assertThat(out()).contains("links.csv", "movies.csv", "ratings.csv", "tags.csv", "Next: ingot materialize");

        assertStatus(0, "dataset", "list");
        assertThat(out()).contains("movielens", "ratings.csv", sample);
    }

    @Test
    void landsASampleAtOnce() {
        assertStatus(0, "dataset", "generate", "--ratings", "40", "--seed", "7", "--land", "-o", "json");
        assertThat(out()).startsWith("[").contains("\"file\" : \"ratings.csv\"");
        assertThat(err()).contains("generated sample: seed 7, 40 ratings", "Next: ingot materialize");
    }

    @Test
    void anEmptyLandingZoneIsAnEmptyList() {
        assertStatus(0, "dataset", "list", "-o", "json");
        assertThat(out().strip()).isEqualToIgnoringWhitespace("[]");
        assertThat(err()).contains("Nothing has landed");
    }

    @Test
    void tellsAllProblemsOfADataSetAndLandsNothing() throws IOException {
        Path broken = Files.createDirectory(project.resolve("broken"));
        Files.writeString(broken.resolve("movies.csv"), "id,name\n1,2\n");

        assertStatus(2, "dataset", "load", broken.toString());
        assertThat(err()).contains("error[invalid-dataset]", "movies.csv", "ratings.csv", "tags.csv", "links.csv");
        assertThat(out()).isEmpty();

        assertStatus(0, "dataset", "list");
        assertThat(out()).contains("Nothing has landed");
    }

    @Test
    void refusesAnImpossibleSample() {
        assertStatus(2, "dataset", "generate", "--ratings", "19", "--land");
        assertThat(err()).contains("error[invalid-argument]", "--ratings", "19");
        assertStatus(2, "dataset", "generate", "--land", "--out", "x");
        assertStatus(2, "dataset", "load");
    }

    @Test
    void helpHasExamples() {
        assertStatus(0, "dataset", "--help");
        assertThat(out()).contains("load", "list", "generate");
        assertStatus(0, "dataset", "load", "--help");
        assertThat(out()).contains("ingot dataset load ml-latest-small.zip");
    }

    private void assertStatus(int expected, String... words) {
        out.reset();
        err.reset();
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        project,
                        Map.of("HOME", project.toString())),
                words,
                new BronzeModule(),
                new MemoryStores());
        assertThat(status).as(err()).isEqualTo(expected);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
