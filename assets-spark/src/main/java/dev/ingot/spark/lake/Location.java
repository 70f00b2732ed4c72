package dev.ingot.spark.lake;

import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Where a table lies, or a folder beside one: under which name in which object store, and how Spark and Hadoop call it.
 *
 * @param store that holds it
 * @param path its name there; its files are named below
 * @param uri the same for Spark, such as {@code s3a://bucket/lake/gold/movies} or {@code file:/srv/lake/gold/movies}; as
 *     Hadoop's paths are written, with nothing in it escaped
 */
public record Location(ObjectStore store, ObjectPath path, String uri) {
    /** A folder of the local disk. */
    public static Location ofDisk(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path parent = Objects.requireNonNull(absolute.getParent(), "the root of the disk");
        String name = absolute.getName(absolute.getNameCount() - 1).toString();
        return new Location(new LocalObjectStore(parent), ObjectPath.of(name), "file:" + absolute);
    }

    /** Something in a store, below its root. */
    public static Location of(MountedStore mounted, String path) {
        return new Location(mounted.store(), ObjectPath.of(path), mounted.root() + "/" + path);
    }

    /** Something below it. */
    public Location resolve(String below) {
        return new Location(store, path.resolve(below), uri + "/" + below);
    }

    /** What lies beside it under its name with something after it. */
    public Location beside(String suffix) {
        return new Location(store, ObjectPath.of(path + suffix), uri + suffix);
    }

    /** As it is shown to people. */
    @Override
    public String toString() {
        return uri.startsWith("file:") ? uri.substring("file:".length()) : uri;
    }
}
