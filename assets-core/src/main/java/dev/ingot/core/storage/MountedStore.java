package dev.ingot.core.storage;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An object store, and how Spark and whatever else is made on Hadoop reaches the same objects.
 *
 * @param store the store
 * @param root the URI of its root as Hadoop writes paths, without a slash at its end: an object's name follows after one
 * @param properties of Hadoop; anybody may see them
 * @param secrets properties of Hadoop that nobody may see; what they are is fetched each time it is asked for
 * @param shared whether several processes may write to it at once, so that it has to refuse the second of two writers
 */
public record MountedStore(
        ObjectStore store,
        String root,
        Map<String, String> properties,
        Supplier<Map<String, String>> secrets,
        boolean shared) {
    private static final String DISK = "file:";

    public MountedStore {
        properties = Map.copyOf(properties);
    }

    /** A folder of the local disk. */
    public static MountedStore ofDisk(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new MountedStore(new LocalObjectStore(absolute), DISK + absolute, Map.of(), Map::of, false);
    }

    /** Whether it is a folder of the local disk. */
    public boolean isDisk() {
        return root.startsWith(DISK);
    }

    /** Nothing of its properties is told: some of them may be anybody's secrets. */
    @Override
    public String toString() {
        return root;
    }
}
