package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The folder of one embedded server, by the names of what is in it. */
record StateFolder(Path root) {
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

    Path data() {
        return root.resolve("data");
    }

    /** Where a new database cluster is made, before it takes its name in one step. */
    Path unfinishedData() {
        return root.resolve("data.unfinished");
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
