package dev.ingot.app.stores;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * As much of S3 as a store needs to be looked at, with what real servers cannot be brought to: it knows no conditions, and has a
 * clock of its own. It looks at no signature.
 */
final class MadeUpStore implements AutoCloseable {
    private static final DateTimeFormatter HTTP = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    private final Map<String, Stored> objects = new ConcurrentSkipListMap<>();
    private final Duration ahead;

    /** @param at when it was written, as HTTP says it */
    private record Stored(byte[] content, String at) {}

    /** @param ahead by how much its clock is ahead of ours */
    MadeUpStore(Duration ahead) throws IOException {
        this.ahead = ahead;
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", "\"made-up\"");
        // Without the bucket.
        String key = exchange.getRequestURI().getPath().replaceFirst("^/[^/]*/?", "");
        if (key.isEmpty()) {
            reply(exchange, 200, listing(exchange.getRequestMethod()));
        } else {
            object(exchange, key, body);
        }
        exchange.close();
    }

    private void object(HttpExchange exchange, String key, byte[] body) throws IOException {
        switch (exchange.getRequestMethod()) {
            case "PUT" -> {
                objects.put(key, new Stored(body, now()));
                exchange.sendResponseHeaders(200, -1);
            }
            case "DELETE" -> {
                objects.remove(key);
                exchange.sendResponseHeaders(204, -1);
            }
            default -> {
                Stored stored = objects.get(key);
                if (stored == null) {
                    reply(exchange, 404, "<Error><Code>NoSuchKey</Code><Message>made up</Message></Error>");
                } else {
                    object(exchange, stored);
                }
            }
        }
    }

    private static void object(HttpExchange exchange, Stored stored) throws IOException {
        byte[] content = stored.content();
        Headers headers = exchange.getResponseHeaders();
        headers.set("Last-Modified", stored.at());
        if (exchange.getRequestMethod().equals("HEAD")) {
            headers.set("Content-Length", Integer.toString(content.length));
            exchange.sendResponseHeaders(200, -1);
        } else {
            headers.set("Content-Range", "bytes 0-" + (content.length - 1) + "/" + content.length);
            exchange.sendResponseHeaders(206, content.length);
            exchange.getResponseBody().write(content);
        }
    }

    private String now() {
        return HTTP.format(Instant.now().plus(ahead));
    }

    private String listing(String method) {
        StringBuilder keys = new StringBuilder("<ListBucketResult><Name>made-up</Name><Prefix/>"
                + "<KeyCount>0</KeyCount><MaxKeys>1000</MaxKeys><IsTruncated>false</IsTruncated>");
        objects.forEach((key, stored) -> keys.append("<Contents><Key>" + key + "</Key><LastModified>"
                + Instant.from(HTTP.parse(stored.at())) + "</LastModified><ETag>\"made-up\"</ETag><Size>"
                + stored.content().length + "</Size></Contents>"));
        return method.equals("GET") ? keys + "</ListBucketResult>" : "";
    }

    private static void reply(HttpExchange exchange, int status, String xml) throws IOException {
        byte[] body = xml.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        boolean head = exchange.getRequestMethod().equals("HEAD") || body.length == 0;
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
