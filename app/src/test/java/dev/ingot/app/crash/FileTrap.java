package dev.ingot.app.crash;

import dev.ingot.app.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The moment in which the n-th file of some name appears anywhere below a folder. */
final class FileTrap implements Trap {
    private static final long LOOK_MILLIS = 5;

    private final Pattern name;
    private final long n;
    private final WatchService watcher;
    private final Set<Path> seen = new HashSet<>();
    private long count;

    /** Sets it; what is there already does not count. */
    FileTrap(Path folder, Pattern name, long n) throws IOException {
        this.name = name;
        this.n = n;
        Files.createDirectories(folder);
        watcher = folder.getFileSystem().newWatchService();
        watch(folder);
        count = 0;
    }

    /** A folder can have something in it before it is watched. */
    private void watch(Path folder) throws IOException {
        try {
            folder.register(watcher, StandardWatchEventKinds.ENTRY_CREATE);
            try (Stream<Path> inside = Files.list(folder)) {
                for (Path file : inside.toList()) {
                    created(file);
                }
            }
        } catch (NoSuchFileException gone) {
            // Nothing will appear in it.
        }
    }

    private void created(Path file) throws IOException {
        if (!seen.add(file)) {
            return;
        }
        if (name.matcher(String.valueOf(file.getFileName())).matches()) {
            count++;
        }
        if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
            watch(file);
        }
    }

    @Override
    public boolean springs(ChildProcess child) throws Exception {
        while (count < n) {
            WatchKey key = watcher.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (key == null && child.hasEnded()) {
                return false;
            }
            if (key != null) {
                take(key);
            }
        }
        return !child.hasEnded();
    }

    private void take(WatchKey key) throws IOException {
        if (key.watchable() instanceof Path folder) {
            for (WatchEvent<?> event : key.pollEvents()) {
                if (event.context() instanceof Path file) {
                    created(folder.resolve(file));
                }
            }
        }
        key.reset();
    }

    @Override
    public void close() throws IOException {
        watcher.close();
    }
}
