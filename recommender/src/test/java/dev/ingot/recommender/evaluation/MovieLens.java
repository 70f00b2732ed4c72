package dev.ingot.recommender.evaluation;

import dev.ingot.recommender.model.TestRatings;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The ratings of a MovieLens archive, for tests and benchmarks where one is at hand. */
final class MovieLens {

    private static final String SMALL = "ml-latest-small/ml-latest-small.zip";

    private MovieLens() {}

    /** The archive of 100,000 ratings, below the folder that the property {@code ingot.shared.data} names. */
    static Optional<Path> small() {
        String named = System.getProperty("ingot.shared.data");
        return (named != null ? Stream.of(named) : Stream.of("../shared/data", "../../shared/data"))
                .map(folder -> Path.of(folder, SMALL))
                .filter(Files::isRegularFile)
                .findFirst();
    }

    static Dataset<Row> ratings(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.stream()
                    .filter(candidate -> candidate.getName().endsWith("/ratings.csv"))
                    .findFirst()
                    .orElseThrow();
            try (BufferedReader reader =
                    new BufferedReader(new InputStreamReader(zip.getInputStream(entry), StandardCharsets.UTF_8))) {
                List<Row> rows = reader.lines().skip(1).map(MovieLens::rating).toList();
                return TestRatings.of(rows).repartition(2);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + archive, e);
        }
    }

    private static Row rating(String line) {
        String[] fields = line.split(",", -1);
        return TestRatings.rating(
                Integer.parseInt(fields[0]), Integer.parseInt(fields[1]), Double.parseDouble(fields[2]));
    }
}
