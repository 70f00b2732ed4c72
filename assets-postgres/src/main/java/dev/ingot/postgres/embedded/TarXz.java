package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks a {@code .txz}: folders, files with their executable bit, symbolic links. */
final class TarXz {
    private static final int ANY_EXECUTE = 0111;

    // Readable by every user, whatever the process's mask: the server may run as another one than us.
    private static final Set<PosixFilePermission> ENTERED = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READ = PosixFilePermissions.fromString("rw-r--r--");

    private TarXz() {}

    static void unpack(InputStream archive, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(archive))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, target);
            }
        }
        for (Path folder : folders(target)) {
            Files.setPosixFilePermissions(folder, ENTERED);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(Objects.requireNonNullElse(path.getParent(), target));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, path);
        boolean program = (entry.getMode() & ANY_EXECUTE) != 0;
        Files.setPosixFilePermissions(path, program ? ENTERED : READ);
    }

    private static List<Path> folders(Path target) throws IOException {
        try (Stream<Path> paths = Files.walk(target)) {
            return paths.filter(path -> !Files.isSymbolicLink(path) && Files.isDirectory(path))
                    .toList();
        }
    }
}
