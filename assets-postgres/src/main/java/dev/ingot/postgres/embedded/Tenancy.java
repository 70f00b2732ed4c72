package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * Who uses the server: every process that does holds one shared lock on one file, and dies with it.
 *
 * <p>Entering and leaving happen behind the {@link Door}, so that nobody enters between "I am the last one" and the
 * end of the server, and the exclusive lock, which is only tried there, is never in the way of an enterer.
 *
 * <p>One channel per process and folder, counted: closing any channel of a file drops all locks that the process has
 * on it.
 */
final class Tenancy {
    private static final Map<Path, Tenancy> OF_THIS_PROCESS = new HashMap<>();

    private final FileChannel channel;
    private FileLock shared;
    private int tenants;

    private Tenancy(FileChannel channel, FileLock shared) {
        this.channel = channel;
        this.shared = shared;
    }

    static synchronized void enter(StateFolder folder) {
        try {
            Tenancy tenancy = OF_THIS_PROCESS.get(folder.root());
            if (tenancy == null) {
                tenancy = take(folder);
                OF_THIS_PROCESS.put(folder.root(), tenancy);
            }
            tenancy.tenants++;
        } catch (IOException failure) {
            throw ServerFailures.folder(folder.tenantsLock(), failure);
        }
    }

    /** Gives up one hold; true when it was the last one of all processes. */
    static synchronized boolean leave(StateFolder folder) {
        Tenancy tenancy = OF_THIS_PROCESS.get(folder.root());
        if (tenancy == null) {
            throw new IllegalStateException("left without entering: " + folder);
        }
        if (--tenancy.tenants > 0) {
            return false;
        }
        OF_THIS_PROCESS.remove(folder.root());
        try (FileChannel closing = tenancy.channel) {
            tenancy.shared.release();
            FileLock exclusive = closing.tryLock();
            return exclusive != null;
        } catch (IOException failure) {
            throw ServerFailures.folder(folder.tenantsLock(), failure);
        }
    }

    private static Tenancy take(StateFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(
                folder.tenantsLock(), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true);
        if (shared == null) {
            channel.close();
            throw new IllegalStateException("exclusive lock outside the door: " + folder.tenantsLock());
        }
        return new Tenancy(channel, shared);
    }
}
