package dev.ingot.dataset.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on the loopback address with one archive, which may go wrong, once for each thing that it is told. */
final class Publisher implements AutoCloseable {
    private static final int CHUNK = 1 << 16;

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Deque<Trouble> troubles = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private byte[] content;
    private String tag = "\"one\"";
    private Optional<String> checksum = Optional.empty();
    private boolean knowsRanges = true;
    private boolean checksumsFail;

    /** What may go wrong with a request. */
    enum Trouble {
        /** Half of what was asked for, and the connection is closed. */
        DROP,
        /** Half of what was asked for, and then nothing. */
        STALL,
        UNAVAILABLE,
        MISSING,
        FORBIDDEN
    }

    Publisher(byte[] content) throws IOException {
        this.content = content;
        server.createContext("/data/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI source() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/data/set.zip");
    }

    Publisher has(Trouble... more) {
        troubles.addAll(List.of(more));
        return this;
    }

    synchronized void publishes(byte[] other, String otherTag) {
        content = other;
        tag = otherTag;
    }

    void states(String md5) {
        checksum = Optional.of(md5);
    }

    void hasTroubleWithChecksums(boolean trouble) {
        checksumsFail = trouble;
    }

    void knowsNoRanges() {
        knowsRanges = false;
    }

    /** The ranges that were asked for, "all" where none was. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        if (exchange.getRequestURI().getPath().endsWith(".md5")) {
            byte[] sum = checksum.map(md5 -> "MD5 (set.zip) = " + md5 + "\n")
                    .orElse("")
                    .getBytes(StandardCharsets.UTF_8);
            int status = checksumsFail ? 503 : sum.length == 0 ? 404 : 200;
            exchange.sendResponseHeaders(status, status == 200 ? sum.length : -1);
            if (status == 200) {
                exchange.getResponseBody().write(sum);
            }
            exchange.close();
            return;
        }
        Optional<String> range =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Range"));
        asked.add(range.orElse("all"));
        Trouble trouble = troubles.poll();
        if (trouble != null && trouble.compareTo(Trouble.UNAVAILABLE) >= 0) {
            exchange.sendResponseHeaders(
                    trouble == Trouble.UNAVAILABLE ? 503 : trouble == Trouble.MISSING ? 404 : 403, -1);
            exchange.close();
            return;
        }
        give(exchange, range, trouble);
    }

    private synchronized void give(
            HttpExchange exchange, Optional<String> range, @org.jspecify.annotations.Nullable Trouble trouble)
            throws IOException {
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        boolean partial = knowsRanges && range.isPresent() && (condition == null || condition.equals(tag));
        int from = partial ? Integer.parseInt(range.get().replaceAll("[^0-9]", "")) : 0;
        exchange.getResponseHeaders().set("ETag", tag);
        if (partial && from >= content.length) {
            exchange.getResponseHeaders().set("Content-Range", "bytes */" + content.length);
            exchange.sendResponseHeaders(416, -1);
            exchange.close();
            return;
        }
        if (partial) {
            exchange.getResponseHeaders()
                    .set("Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
        }
        int length = content.length - from;
        exchange.sendResponseHeaders(partial ? 206 : 200, length);
        int given = trouble == null ? length : length / 2;
        for (int at = 0; at < given; at += CHUNK) {
            exchange.getResponseBody().write(content, from + at, Math.min(CHUNK, given - at));
        }
        exchange.getResponseBody().flush();
        if (trouble == Trouble.STALL) {
            threads.execute(() -> stall(exchange));
        } else {
            exchange.close();
        }
    }

    private void stall(HttpExchange exchange) {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        exchange.close();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
