package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder of one embedded server, by the names of what is in it. */
record StateFolder(Path root) {
    static final String UNPACKING = ".unpacking-";
    private static final String UNFINISHED = "data.unfinished-";

    /** The folder below Ingot's home, created for its owner alone if it is not there. */
    static StateFolder in(Path home) {
        Path root = home.resolve("postgres");
        try {
            if (!Files.isDirectory(root)) {
                Files.createDirectories(home);
                createPrivate(root);
            }
            return new StateFolder(root.toRealPath());
        } catch (IOException failure) {
            throw ServerFailures.folder(root, failure);
        }
    }

    private static void createPrivate(Path root) throws IOException {
        try {
            Files.createDirectory(
                    root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (FileAlreadyExistsException anotherCommandWasFaster) {
            if (!Files.isDirectory(root)) {
                throw anotherCommandWasFaster;
            }
        }
    }

    Path binaries() {
        return root.resolve("bin");
    }

    /** What was begun to be unpacked, by somebody who may still be at it. */
    List<Path> abandonedBinaries() {
        if (!Files.isDirectory(binaries())) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(binaries())) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith(UNPACKING))
                    .toList();
        } catch (IOException failure) {
            throw ServerFailures.folder(binaries(), failure);
        }
    }

    Path data() {
        return root.resolve("data");
    }

    /**
     * Where a new database cluster is made, before it takes its name in one step. Another place each time: the programs that a
     * killed command had started go on for some seconds, and delete what they were making if they fail.
     */
    Path unfinishedData() {
        return root.resolve(UNFINISHED + UUID.randomUUID());
    }

    /** What was begun and never finished. */
    List<Path> abandonedData() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> String.valueOf(path.getFileName()).startsWith(UNFINISHED))
                    .toList();
        }
    }

    Path log() {
        return root.resolve("server.log");
    }

    Path password() {
        return root.resolve("password");
    }

    Path port() {
        return root.resolve("port");
    }

    Path doorLock() {
        return root.resolve("door.lock");
    }

    Path tenantsLock() {
        return root.resolve("tenants.lock");
    }
}
