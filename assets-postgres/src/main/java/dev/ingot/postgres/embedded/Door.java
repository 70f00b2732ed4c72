package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * The one place where the server may be started or stopped: only one command, and one thread of it, is there at a time.
 *
 * <p>The operating system opens the door again when a process dies inside.
 */
final class Door {
    // A starter that replays a long log needs minutes; beyond this something hangs.
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final ReentrantLock THIS_PROCESS = new ReentrantLock();

    private Door() {}

    static <T> T behind(StateFolder folder, Supplier<T> action) {
        THIS_PROCESS.lock();
        try (FileChannel channel = open(folder);
                FileLock lock = lock(folder, channel)) {
            if (!lock.isValid()) {
                throw new IllegalStateException("door lock lost: " + folder.doorLock());
            }
            return action.get();
        } catch (IOException failure) {
            throw ServerFailures.folder(folder.doorLock(), failure);
        } finally {
            THIS_PROCESS.unlock();
        }
    }

    private static FileChannel open(StateFolder folder) throws IOException {
        return FileChannel.open(folder.doorLock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /** Polls instead of blocking: a blocking lock cannot be given up after a while. */
    private static FileLock lock(StateFolder folder, FileChannel channel) throws IOException {
        Patience patience = Patience.of(PATIENCE);
        while (patience.lasts()) {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
            patience.pause(Duration.ofMillis(10));
        }
        throw ServerFailures.busy(folder);
    }
}
