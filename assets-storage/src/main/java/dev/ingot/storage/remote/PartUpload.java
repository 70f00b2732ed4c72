package dev.ingot.storage.remote;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** One large object on its way, in parts of which a few are sent at once. Used once, by one thread. */
final class PartUpload {
    static final int PART = 8 * 1024 * 1024;
    /** What S3 allows; Azure allows more. */
    static final int MOST_PARTS = 10_000;

    private static final int AT_ONCE = 4;

    private final Sender sender;
    private final ExecutorService threads;
    private final List<Future<String>> parts = new ArrayList<>();
    private final List<byte[]> buffers = new ArrayList<>();
    private long size;

    /** Sends one part and returns what completing wants to know of it. */
    @FunctionalInterface
    interface Sender {
        String send(int number, byte[] content, int length) throws IOException;
    }

    PartUpload(Sender sender, ExecutorService threads) {
        this.sender = sender;
        this.threads = threads;
    }

    /** Sends the beginning that was read already, then the rest of the stream. */
    List<String> send(byte[] beginning, InputStream rest) throws IOException {
        try {
            submit(beginning, beginning.length);
            int length = PART;
            while (length == PART) {
                byte[] buffer = buffer();
                length = rest.readNBytes(buffer, 0, PART);
                if (length > 0) {
                    submit(buffer, length);
                }
            }
            List<String> sent = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                sent.add(sent(part));
            }
            return sent;
        } finally {
            parts.forEach(part -> part.cancel(true));
        }
    }

    long size() {
        return size;
    }

    /** That of a part which has been sent, as soon as there are enough of them. */
    private byte[] buffer() throws IOException {
        int part = parts.size();
        if (part <= AT_ONCE) {
            buffers.add(new byte[PART]);
        } else {
            sent(part - AT_ONCE);
        }
        return buffers.get((part - 1) % AT_ONCE);
    }

    private void submit(byte[] content, int length) throws IOException {
        int number = parts.size() + 1;
        if (number > MOST_PARTS) {
            throw new IOException("an object cannot be larger than " + (long) MOST_PARTS * PART + " bytes");
        }
        size += length;
        parts.add(threads.submit(() -> sender.send(number, content, length)));
    }

    private String sent(int part) throws IOException {
        try {
            return parts.get(part).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a part was sent", e);
        }
    }
}
