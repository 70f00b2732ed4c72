package dev.ingot.core.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * Objects as files under a folder of the local disk.
 *
 * <p>An object is written to a hidden folder first, brought to disk, and moved to its name in one step; a crash leaves at
 * most a file there that nobody sees.
 */
public final class LocalObjectStore implements ObjectStore {
    private static final String HIDDEN = ".partial";
    private static final Pattern RESERVED = Pattern.compile("([^/]+/)?\\.partial(/.*)?");
    private static final AtomicLong LAST_STAMP = new AtomicLong();

    private final Path root;

    public LocalObjectStore(Path root) {
        this.root = root;
    }

    @Override
    public ObjectInfo put(ObjectPath path, InputStream content) throws IOException {
        Path written = write(path, content);
        try {
            // Asked before the move: afterwards somebody else may already have replaced or removed it.
            ObjectInfo info = info(path, written);
            Files.move(written, prepared(path), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return info;
        } finally {
            Files.deleteIfExists(written);
        }
    }

    @Override
    public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
        Path written = write(path, content);
        try {
            ObjectInfo info = info(path, written);
            // A hard link is the one way to a name that fails when the name is taken: a move would replace it.
            Files.createLink(prepared(path), written);
            return Optional.of(info);
        } catch (FileAlreadyExistsException taken) {
            return Optional.empty();
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private Path write(ObjectPath path, InputStream content) throws IOException {
        Path file =
                Files.createDirectories(hidden(path)).resolve(UUID.randomUUID().toString());
        try {
            Files.copy(content, file);
            stamp(file);
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Below the first folder, which may be a disk of its own: nothing is moved or linked from one disk to another. */
    private Path hidden(ObjectPath path) {
        int end = path.text().indexOf('/');
        return (end < 0 ? root : root.resolve(path.text().substring(0, end))).resolve(HIDDEN);
    }

    /** Gives each file a time of its own: the kernel's clock ticks in milliseconds, and the time is part of the version. */
    private static void stamp(Path file) throws IOException {
        long written = Files.getLastModifiedTime(file).to(TimeUnit.MICROSECONDS);
        long own = LAST_STAMP.accumulateAndGet(written, (last, now) -> Math.max(last + 1, now));
        Files.setLastModifiedTime(file, FileTime.from(own, TimeUnit.MICROSECONDS));
    }

    private Path prepared(ObjectPath path) throws IOException {
        Path target = file(path);
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return target;
    }

    @Override
    public InputStream get(ObjectPath path) throws IOException {
        Path file = file(path);
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(path.text());
        }
        return Files.newInputStream(file);
    }

    @Override
    public InputStream get(ObjectPath path, long offset, long length) throws IOException {
        return new ContentPart(get(path), offset, length);
    }

    @Override
    public Optional<ObjectInfo> head(ObjectPath path) throws IOException {
        Path file = file(path);
        try {
            return Files.isRegularFile(file) ? Optional.of(info(path, file)) : Optional.empty();
        } catch (NoSuchFileException deletedMeanwhile) {
            return Optional.empty();
        }
    }

    @Override
    public List<ObjectInfo> list(ObjectPath folder) throws IOException {
        Path start = file(folder);
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        List<ObjectInfo> infos = new ArrayList<>();
        Files.walkFileTree(start, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes facts) {
                return isReserved(name(folder)) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                if (facts.isRegularFile()) {
                    infos.add(info(ObjectPath.of(name(file)), facts));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    // Deleted since its folder was read: as if it had never been.
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
        infos.sort(Comparator.comparing(ObjectInfo::path));
        return infos;
    }

    /** Each page walks the whole folder: whoever wants all of it asks for the list. */
    @Override
    public ObjectPage page(ObjectPath folder, Optional<String> from, int most) throws IOException {
        return ObjectPage.of(list(folder), from, most);
    }

    @Override
    public void delete(ObjectPath path) throws IOException {
        Path file = file(path);
        if (Files.isRegularFile(file)) {
            Files.deleteIfExists(file);
        }
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isReserved(String name) {
        return RESERVED.matcher(name).matches();
    }

    private Path file(ObjectPath path) {
        if (isReserved(path.text())) {
            throw new IllegalArgumentException("a reserved name: " + path);
        }
        return root.resolve(path.text());
    }

    private static ObjectInfo info(ObjectPath path, Path file) throws IOException {
        return info(path, Files.readAttributes(file, BasicFileAttributes.class));
    }

    private static ObjectInfo info(ObjectPath path, BasicFileAttributes facts) {
        String version = facts.lastModifiedTime().to(TimeUnit.NANOSECONDS) + "-" + facts.size() + "-" + facts.fileKey();
        return new ObjectInfo(
                path, facts.size(), version, facts.lastModifiedTime().toInstant());
    }
}
