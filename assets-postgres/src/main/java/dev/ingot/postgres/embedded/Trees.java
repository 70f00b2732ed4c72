package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whole folder trees. */
final class Trees {
    private Trees() {}

    /** Deletes the tree if there is one; links are deleted, not followed. */
    static void delete(Path root) throws IOException {
        for (Path path : deepestFirst(root)) {
            Files.delete(path);
        }
    }

    /** Gives the tree its final name in one step; where another process was faster, its tree stays. */
    static void moveUnlessThere(Path fresh, Path target) throws IOException {
        try {
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            if (!Files.isDirectory(target)) {
                throw failure;
            }
        }
    }

    /** Makes another user the owner of the tree. */
    static void own(Path root, int uid, int gid) throws IOException {
        for (Path path : deepestFirst(root)) {
            if (!Files.isSymbolicLink(path)) {
                Files.setAttribute(path, "unix:gid", gid);
                Files.setAttribute(path, "unix:uid", uid);
            }
        }
    }

    private static List<Path> deepestFirst(Path root) throws IOException {
        if (!Files.exists(root)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
