package dev.ingot.spark.lake;

import dev.ingot.core.storage.MountedStore;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.core.storage.StoreProbe;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The store that holds the lake, what Spark has to know of it, and whether it is safe to write to. Thread-safe. */
public final class LakeStore {
    private static final String FOLDER = "lake";

    private final MountedStore mounted;
    private final Location lake;
    private final Clock clock;
    private boolean tried;

    private LakeStore(MountedStore mounted, Location lake, Clock clock) {
        this.mounted = mounted;
        this.lake = lake;
        this.clock = clock;
    }

    /**
     * The lake beside the landing zone, unless it has a folder of its own.
     *
     * @param mounted the store of the landing zone
     * @param folder where the tables lie instead; needed when the store is a disk
     */
    public static LakeStore of(MountedStore mounted, Optional<Path> folder, Clock clock) {
        Location lake = folder.map(Location::ofDisk).orElseGet(() -> Location.of(mounted, FOLDER));
        return new LakeStore(mounted, lake, clock);
    }

    /** A lake on the local disk, and nothing else. */
    public static LakeStore ofDisk(Path folder) {
        return new LakeStore(MountedStore.ofDisk(folder), Location.ofDisk(folder), Clock.systemUTC());
    }

    /** What all tables lie below. */
    public Location lake() {
        return lake;
    }

    /** The store as Hadoop reaches it. */
    public MountedStore mounted() {
        return mounted;
    }

    /**
     * Makes sure, once, that the store refuses the second of two writers of one name, if several processes may write to it.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code unsafe-store} when it does not, or with another when it
     *     cannot be reached
     */
    public synchronized void ensureSafe() {
        if (tried || !mounted.shared() || !lake.store().equals(mounted.store())) {
            return;
        }
        try {
            if (!new StoreProbe(mounted.store(), clock).run().refusesSecondWriter()) {
                throw StorageErrors.unsafeStore(mounted.root());
            }
        } catch (IOException e) {
            throw StorageErrors.unwritable(mounted.root(), e);
        }
        tried = true;
    }
}
