package dev.ingot.bronze.landing;

import dev.ingot.core.storage.FileSet;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.dataset.DatasetException;
import dev.ingot.dataset.archive.DataFile;
import dev.ingot.dataset.archive.MovieLensArchive;
import dev.ingot.dataset.sample.Manifest;
import dev.ingot.dataset.sample.SampleGenerator;
import dev.ingot.dataset.sample.SampleSettings;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes a MovieLens data set the landed one. Replaces the whole set or, on any failure, nothing. Thread-safe. */
public final class MovieLensLanding {
    /** Whose files they are. */
    public static final String DOMAIN = "movielens";

    private final LandingZone zone;

    @Inject
    public MovieLensLanding(LandingZone zone) {
        this.zone = zone;
    }

    /**
     * The landed set, if there is one.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code unreachable-store} when the store cannot be read
     */
    public Optional<FileSet> current() {
        try {
            return zone.current(DOMAIN);
        } catch (IOException e) {
            throw StorageErrors.unreadable("the landing zone", e);
        }
    }

    /**
     * Checks a folder or zip archive in the MovieLens CSV layout and lands its four files.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code invalid-dataset} and every problem of the data set, or with
     *     {@code storage-failed} or {@code disk-full} when it cannot be copied
     */
    public LandedSet load(Path location) {
        return load(location, location.toAbsolutePath().normalize().toString());
    }

    /**
     * Generates a sample and lands it.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code storage-failed} or {@code disk-full} when it cannot be
     *     written
     */
    public LandedSet sample(SampleSettings settings) {
        try {
            Path folder = Files.createTempDirectory("ingot-sample");
            try {
                SampleGenerator.generate(settings, folder);
                return load(folder, origin(settings));
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw StorageErrors.unwritable("the sample", e);
        }
    }

    /**
     * Generates a sample into a folder, which is made if need be, and lands nothing.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code storage-failed} or {@code disk-full} when it cannot be
     *     written
     */
    public Manifest generate(SampleSettings settings, Path folder) {
        try {
            return SampleGenerator.generate(settings, folder);
        } catch (IOException e) {
            throw StorageErrors.unwritable("the sample in " + folder, e);
        }
    }

    /** The same of what came from elsewhere. */
    LandedSet load(Path location, String origin) {
        MovieLensArchive archive = checked(location);
        Map<String, LandingZone.Content> contents = new LinkedHashMap<>();
        Map<String, Long> rows = new LinkedHashMap<>();
        for (DataFile file : archive.files()) {
            contents.put(file.file().fileName(), () -> new CheckedContent(file.open(), file.sha256()));
            rows.put(file.file().fileName(), file.rows());
        }
        try {
            return new LandedSet(zone.replace(DOMAIN, origin, contents), rows);
        } catch (CheckedContent.ChangedException e) {
            throw LandingErrors.changed(location, e);
        } catch (IOException e) {
            throw StorageErrors.unwritable("the landing zone", e);
        }
    }

    private static MovieLensArchive checked(Path location) {
        try {
            return MovieLensArchive.open(location);
        } catch (DatasetException e) {
            throw LandingErrors.invalid(location, e);
        }
    }

    private static String origin(SampleSettings settings) {
        return "generated sample: seed " + settings.seed() + ", " + settings.ratings() + " ratings";
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
