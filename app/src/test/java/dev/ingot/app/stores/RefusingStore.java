package dev.ingot.app.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Answers whatever is asked of S3 with one of its refusals, by a clock of its own. */
final class RefusingStore implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 20, InetAddress.getLoopbackAddress());
    private final String code;
    private final Duration ahead;

    /**
     * Starts it.
     *
     * @param code such as {@code AccessDenied}
     * @param ahead by how much its clock is ahead of ours
     */
    RefusingStore(String code, Duration ahead) throws IOException {
        this.code = code;
        this.ahead = ahead;
        Thread thread = new Thread(this::serve, "refusing store");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve() {
        while (!listener.isClosed()) {
            try (Socket client = listener.accept()) {
                BufferedReader request =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
                String line = request.readLine();
                while (line != null && !line.isEmpty()) {
                    line = request.readLine();
                }
                client.getOutputStream().write(reply().getBytes(StandardCharsets.US_ASCII));
                client.shutdownOutput();
                // What is not read to its end would reset the connection.
                request.transferTo(java.io.Writer.nullWriter());
            } catch (IOException gone) {
                // The next one, unless the store has been closed.
            }
        }
    }

    private String reply() {
        String body = "<Error><Code>" + code + "</Code><Message>Made up.</Message></Error>";
        String now = DateTimeFormatter.RFC_1123_DATE_TIME
                .withZone(ZoneOffset.UTC)
                .format(Instant.now().plus(ahead));
        return "HTTP/1.1 403 Forbidden\r\nContent-Type: application/xml\r\nConnection: close\r\nDate: " + now
                + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
