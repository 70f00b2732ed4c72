package dev.ingot.dataset.fetch;

import dev.ingot.dataset.fetch.FetchException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Brings a file over HTTP into a folder. What has come is kept until all has, so that the next try goes on from there, in this
 * process or in another; if the server has other content by then, it begins anew.
 */
public final class Download {
    private static final long LOOK_MILLIS = 100;

    private final HttpClient client;
    private final Limits limits;
    private final Listener listener;

    /**
     * How long it goes on.
     *
     * @param patience with a server from which nothing comes
     * @param tries in a row that bring nothing
     * @param pause before the second of them; each further one is twice as long
     * @param room asked how many bytes the disk of a folder has left
     */
    public record Limits(Duration patience, int tries, Duration pause, Room room) {
        public static final Limits DEFAULTS = new Limits(
                Duration.ofSeconds(60),
                6,
                Duration.ofSeconds(1),
                folder -> Files.getFileStore(folder).getUsableSpace());
    }

    /** Tells the room on a disk. */
    @FunctionalInterface
    public interface Room {
        long left(Path folder) throws IOException;
    }

    /** Hears how it goes. */
    public interface Listener {
        /** @param total -1 where the server does not say it */
        void has(long bytes, long total);

        /** @param bytes from which it goes on; 0 when it begins anew */
        void triesAgain(long bytes, String why);
    }

    public Download(Limits limits, Listener listener) {
        this.limits = limits;
        this.listener = listener;
        this.client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .connectTimeout(limits.patience())
                .build();
    }

    /**
     * Brings it; returns its path, which is not that of {@code file}: whoever has used it removes it by {@link #forget}.
     *
     * @param file where in the folder its part lies, but for an ending
     * @throws FetchException of any kind but {@code WRONG_CHECKSUM}
     */
    @SuppressWarnings("try") // The lock is held, and nothing else done with it.
    public Path bring(URI source, Path file) {
        PartFile part = new PartFile(file);
        try {
            Files.createDirectories(part.folder());
            try (FileChannel channel = FileChannel.open(
                            file.resolveSibling(file.getFileName() + ".lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                return bringLocked(source, part);
            }
        } catch (IOException e) {
            throw new FetchException(Kind.UNWRITABLE, String.valueOf(e), e);
        }
    }

    /** Removes what has been brought. */
    public static void forget(Path file) throws IOException {
        new PartFile(file).forget();
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".lock"));
    }

    private static FileLock lock(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Told below: another thread of this process has it.
        }
        throw new FetchException(Kind.BUSY, "another process is bringing it", null);
    }

    private Path bringLocked(URI source, PartFile part) throws IOException {
        int fruitless = 0;
        while (true) {
            long before = part.size();
            String why;
            try {
                if (attempt(source, part)) {
                    listener.has(part.size(), part.size());
                    return part.path();
                }
                why = "the server has other content now";
                fruitless++;
                if (fruitless >= limits.tries()) {
                    throw new FetchException(Kind.CHANGING, why, null);
                }
            } catch (IOException e) {
                why = e.toString();
                fruitless = part.size() > before ? 1 : fruitless + 1;
                if (fruitless >= limits.tries()) {
                    throw new FetchException(Kind.UNREACHABLE, why, e);
                }
            }
            listener.triesAgain(part.size(), why);
            pause(fruitless);
        }
    }

    /** Whether all has come; false when what had come is of no use any more. */
    private boolean attempt(URI source, PartFile part) throws IOException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(source).timeout(limits.patience()).header("User-Agent", "ingot");
        Optional<String> validator = part.validator(source);
        long from = part.size();
        validator.ifPresent(
                content -> request.header("Range", "bytes=" + from + "-").header("If-Range", content));
        HttpResponse<Path> answer = await(
                client.sendAsync(request.build(), new Arrival(source, part, validator.isPresent(), limits.room())),
                part);
        int status = answer.statusCode();
        if (status == HttpStatus.UNSATISFIABLE && validator.isPresent()) {
            return isAll(answer, part) || startsOver(part);
        }
        if (status == HttpStatus.PARTIAL && part.size() == 0) {
            return false;
        }
        if (status == HttpStatus.OK || status == HttpStatus.PARTIAL) {
            if (!part.isComplete()) {
                throw new IOException("the connection ended after " + part.size() + " bytes");
            }
            return true;
        }
        throw HttpStatus.failure(status, source);
    }

    /** A range behind the end: we have all, unless the whole has another length now. */
    private static boolean isAll(HttpResponse<?> answer, PartFile part) throws IOException {
        return !part.contradicts(answer.headers())
                && part.isComplete()
                && answer.headers()
                        .firstValue("Content-Range")
                        .filter(range -> !range.endsWith("/" + sizeOf(part)))
                        .isEmpty();
    }

    private static long sizeOf(PartFile part) {
        try {
            return part.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean startsOver(PartFile part) throws IOException {
        part.forget();
        return false;
    }

    /** Waits as long as something comes. */
    private HttpResponse<Path> await(CompletableFuture<HttpResponse<Path>> future, PartFile part) throws IOException {
        long size = part.size();
        long moved = System.nanoTime();
        while (true) {
            try {
                return future.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long now = part.size();
                if (now != size) {
                    size = now;
                    moved = System.nanoTime();
                    listener.has(size, part.expected().orElse(-1L));
                } else if (System.nanoTime() - moved > limits.patience().toNanos()) {
                    future.cancel(true);
                    throw new HttpTimeoutException(
                            "nothing came for " + limits.patience().toSeconds() + " s");
                }
            } catch (ExecutionException e) {
                throw HttpStatus.failure(e);
            } catch (InterruptedException e) {
                future.cancel(true);
                Thread.currentThread().interrupt();
                throw new FetchException(Kind.UNREACHABLE, "interrupted", e);
            }
        }
    }

    private void pause(int fruitless) {
        try {
            TimeUnit.MILLISECONDS.sleep(limits.pause().toMillis() << Math.min(fruitless - 1, 6));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FetchException(Kind.UNREACHABLE, "interrupted", e);
        }
    }
}
