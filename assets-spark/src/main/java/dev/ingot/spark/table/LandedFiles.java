package dev.ingot.spark.table;

import dev.ingot.core.storage.FileSet.LandedFile;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.spark.SparkErrors;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Where Spark finds the files of the landing zone, in a store that is a folder of the local disk. */
public final class LandedFiles {
    private final LandingZone zone;
    private final Path root;

    /**
     * Files of a zone whose store is a folder.
     *
     * @param zone what has landed
     * @param root the folder of the zone's store
     */
    public LandedFiles(LandingZone zone, Path root) {
        this.zone = zone;
        this.root = root.toAbsolutePath().normalize();
    }

    public String path(String source) {
        return root.resolve(file(source).object().text()).toString();
    }

    public String version(String source) {
        return file(source).sha256();
    }

    private LandedFile file(String source) {
        int slash = source.indexOf('/');
        try {
            return zone.current(source.substring(0, slash))
                    .flatMap(set -> set.find(source.substring(slash + 1)))
                    .orElseThrow(() -> SparkErrors.notLanded(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
