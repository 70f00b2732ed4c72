package dev.ingot.spark.table;

import dev.ingot.core.storage.FileSet.LandedFile;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.spark.SparkErrors;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Where Spark finds the files of the landing zone. */
public final class LandedFiles {
    private final LandingZone zone;
    private final String root;

    /**
     * Files of a zone.
     *
     * @param zone what has landed
     * @param root how Spark calls the root of the zone's store, without a slash at the end, such as {@code s3a://bucket}
     */
    public LandedFiles(LandingZone zone, String root) {
        this.zone = zone;
        this.root = root;
    }

    public String path(String source) {
        return root + "/" + file(source).object();
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
