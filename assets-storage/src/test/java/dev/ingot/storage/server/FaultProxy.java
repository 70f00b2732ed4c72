package dev.ingot.storage.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Stands between a client and a server on the loopback address and lets a seeded share of the requests go wrong. It passes
 * bytes on as they are, so that signatures hold; each connection carries one request.
 */
public final class FaultProxy implements AutoCloseable {
    private final ServerSocket listener = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    private final int target;
    private final Chooser chooser;
    private final Duration stall;
    private final Map<Fault, Integer> counts = new EnumMap<>(Fault.class);
    private int requests;
    private final Set<Socket> open = Collections.synchronizedSet(new HashSet<>());

    /** Says what happens to the request that begins with this line. Called by one thread at a time. */
    @FunctionalInterface
    public interface Chooser {
        Optional<Fault> choose(String request);
    }

    public FaultProxy(int target, Chooser chooser) throws IOException {
        this(target, chooser, Duration.ZERO);
    }

    /** @param stall after which a connection from which nothing comes is closed; zero to wait for the client to do so */
    public FaultProxy(int target, Chooser chooser, Duration stall) throws IOException {
        this.target = target;
        this.chooser = chooser;
        this.stall = stall;
        daemon(this::accept);
    }

    /** One in ten requests, each fault as often as the others. */
    public static Chooser tenPercent(long seed) {
        System.out.println("FaultProxy: seed " + seed);
        Random random = new Random(seed);
        return request -> random.nextInt(10) > 0
                ? Optional.empty()
                : Optional.of(Fault.values()[random.nextInt(Fault.values().length)]);
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** How often each fault has happened. */
    public synchronized Map<Fault, Integer> counts() {
        return new EnumMap<>(counts);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                open.add(client);
                daemon(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            InputStream input = new BufferedInputStream(client.getInputStream());
            String head = head(input);
            if (head.isEmpty()) {
                return;
            }
            if (head.toLowerCase(Locale.ROOT).contains("\nexpect: 100-continue")) {
                // Azure's SDK asks first, for a while after it was told to slow down.
                client.getOutputStream().write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                head = head.replaceFirst("(?im)^expect:.*\r\n", "");
            }
            byte[] body = input.readNBytes(length(head));
            Optional<Fault> fault = choose(head.lines().findFirst().orElse(""));
            if (fault.isPresent() && fault.get().compareTo(Fault.RESET) <= 0) {
                refuse(client, fault.get());
            } else {
                answer(client, exchange(head, body), fault);
            }
        } catch (IOException gone) {
            // Either end has gone away: the client notices by itself.
        } finally {
            open.remove(client);
        }
    }

    /** How many requests have come. */
    public synchronized int requests() {
        return requests;
    }

    private synchronized Optional<Fault> choose(String request) {
        requests++;
        Optional<Fault> fault = chooser.choose(request);
        fault.ifPresent(one -> counts.merge(one, 1, Integer::sum));
        return fault;
    }

    private static void refuse(Socket client, Fault fault) throws IOException {
        if (fault == Fault.RESET) {
            client.setSoLinger(true, 0);
            return;
        }
        String code = fault == Fault.SLOW_DOWN ? "SlowDown" : "ServiceUnavailable";
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + code
                + "</Code><Message>made up</Message></Error>";
        String reply = "HTTP/1.1 503 " + code + "\r\nContent-Type: application/xml\r\nContent-Length: " + body.length()
                + "\r\nConnection: close\r\n\r\n" + body;
        client.getOutputStream().write(reply.getBytes(StandardCharsets.US_ASCII));
    }

    private void answer(Socket client, byte[] reply, Optional<Fault> fault) throws IOException {
        if (fault.isEmpty()) {
            client.getOutputStream().write(reply);
        } else if (fault.get() == Fault.TRUNCATED) {
            client.getOutputStream().write(reply, 0, reply.length / 2);
        } else if (fault.get() == Fault.STALL) {
            // Ends when the client closes its end, or by the time out.
            client.setSoTimeout((int) stall.toMillis());
            client.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    private byte[] exchange(String head, byte[] body) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            open.add(server);
            // Of the headers only this one is changed, which no signature covers: one request for each connection.
            String once =
                    head.replaceFirst("(?im)^connection:.*\r\n", "").replaceFirst("\r\n", "\r\nConnection: close\r\n");
            // In one piece: a server that refuses by the headers alone hangs up on a body that comes later.
            ByteArrayOutputStream request = new ByteArrayOutputStream();
            request.write(once.getBytes(StandardCharsets.ISO_8859_1));
            request.write(body);
            try {
                request.writeTo(server.getOutputStream());
            } catch (IOException hungUp) {
                // It has refused by the headers alone, and its reply is there.
            }
            byte[] reply = reply(server.getInputStream());
            open.remove(server);
            return reply;
        }
    }

    /** All that comes, also when the connection is reset behind it. */
    private static byte[] reply(InputStream input) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        try {
            input.transferTo(reply);
        } catch (IOException reset) {
            if (reply.size() == 0) {
                throw reset;
            }
        }
        return reply.toByteArray();
    }

    /** The request's first line and headers, with the empty line that ends them. */
    private static String head(InputStream input) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int end = 0;
        for (int read = input.read(); read >= 0; read = input.read()) {
            head.write(read);
            end = read == '\n' ? end + 1 : read == '\r' ? end : 0;
            if (end == 2) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    private static int length(String head) {
        return head.lines()
                .map(line -> line.toLowerCase(Locale.ROOT))
                .filter(line -> line.startsWith("content-length:"))
                .mapToInt(line ->
                        Integer.parseInt(line.substring(line.indexOf(':') + 1).strip()))
                .findFirst()
                .orElse(0);
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open.toArray(Socket[]::new)) {
            socket.close();
        }
    }
}
