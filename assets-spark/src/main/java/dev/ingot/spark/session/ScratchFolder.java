package dev.ingot.spark.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder in which Spark keeps what it spills: one a process, and gone with it. */
final class ScratchFolder {
    private static final String PREFIX = "spark-";

    private final Path parent;
    private final Path folder;

    ScratchFolder(Path parent) {
        this.parent = parent;
        this.folder = parent.resolve(PREFIX + ProcessHandle.current().pid());
    }

    /** Makes it, empty; those of processes that died are removed on the way. */
    Path create() {
        try {
            Files.createDirectories(parent);
            for (Path other : list(parent)) {
                if (isAbandoned(other)) {
                    delete(other);
                }
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        delete(folder);
    }

    private boolean isAbandoned(Path other) {
        String name = String.valueOf(other.getFileName());
        if (!name.matches(PREFIX + "[0-9]{1,18}")) {
            return false;
        }
        long pid = Long.parseLong(name.substring(PREFIX.length()));
        return other.equals(folder) || ProcessHandle.of(pid).isEmpty();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.toList();
        }
    }

    /** As far as it goes: what cannot be deleted now is deleted by a later process. */
    private static void delete(Path root) {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            org.slf4j.LoggerFactory.getLogger(ScratchFolder.class).warn("{} was not removed", root, e);
        }
    }
}
