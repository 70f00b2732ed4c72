package dev.ingot.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleGenerator;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The whole product with a state folder of its own, used by typing commands; they run in this JVM. */
public final class Product {
    private final Path folder;
    private final Map<String, String> environment;

    /** @param folder the state and the samples go below it, into folders with blanks in their names */
    public Product(Path folder) {
        this(folder, Map.of());
    }

    /**
     * With settings of its own.
     *
     * @param settings variables, such as {@code INGOT_PROFILE}
     */
    public Product(Path folder, Map<String, String> settings) {
        this.folder = folder;
        this.environment = new TreeMap<>(settings);
        environment.put("HOME", folder.toString());
        environment.put("INGOT_STATE", state().toString());
    }

    public Path state() {
        return folder.resolve("the state");
    }

    public Answer types(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        folder,
                        environment),
                words,
                Main.modules());
        return new Answer(
                String.join(" ", words),
                status,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8));
    }

    /** The document that a command prints, which must succeed. */
    public JsonNode asks(String... words) {
        String[] all =
                Stream.concat(Arrays.stream(words), Stream.of("-o", "json")).toArray(String[]::new);
        return types(all).exits(0).json();
    }

    /** The only row of a query's result. */
    public JsonNode row(String query) {
        return asks("sql", query).get(0);
    }

    /** Generates a sample and loads it as if it were a user's. */
    public Manifest lands(SampleSettings settings) throws IOException {
        Path sample = folder.resolve("sample of seed " + settings.seed());
        Manifest manifest = SampleGenerator.generate(settings, sample);
        lands(sample);
        return manifest;
    }

    public void lands(Path sample) {
        types("dataset", "load", sample.toString()).exits(0);
    }

    /** Runs whatever is stale, or what is chosen, and tells how each asset's step ended. */
    public SortedMap<String, String> materializes(String... words) {
        String[] all =
                Stream.concat(Stream.of("materialize"), Arrays.stream(words)).toArray(String[]::new);
        SortedMap<String, String> steps = new TreeMap<>();
        asks(all)
                .get("steps")
                .forEach(step ->
                        steps.put(step.get("asset").asText(), step.get("status").asText()));
        return steps;
    }

    /** The assets that would run now. */
    public List<String> planned() {
        return asks("plan").get("steps").findValuesAsText("asset");
    }

    /** The error of the newest model on ratings that were held back. */
    public double rmse() {
        JsonNode newest = StreamSupport.stream(
                        asks("show", "recommender/movielens/evaluation").spliterator(), false)
                .filter(row -> row.get("model").asText().equals("als"))
                .max(Comparator.comparing(row -> row.get("model_version").asText()))
                .orElseThrow();
        return newest.get("rmse").asDouble();
    }

    /** The version of the data of every slice, by asset and partition. */
    public SortedMap<String, String> dataVersions() {
        SortedMap<String, String> versions = new TreeMap<>();
        asks(
                        "sql",
                        "SELECT asset || '@' || partition AS slice, data_version FROM current_slice"
                                + " JOIN slice USING (materialization_id, partition)")
                .forEach(row -> versions.put(
                        row.get("slice").asText(), row.get("data_version").asText()));
        return versions;
    }
}
