package dev.ingot.postgres.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The ports of the loopback interface, and the file that remembers ours, so that it stays the same over restarts. */
final class Ports {
    static final String LOOPBACK = "127.0.0.1";

    private static final int ANSWER_MILLIS = 2000;

    // Its own length, and the number that PostgreSQL's protocol gives to the question.
    private static final byte[] SSL_REQUEST = {0, 0, 0, 8, 4, (byte) 0xd2, 0x16, 0x2f};

    private Ports() {}

    /** The remembered port if it is free, else any free one. */
    static int choose(Path remembered) throws IOException {
        int port = read(remembered);
        return port != 0 && isFree(port) ? port : anyFree();
    }

    static void remember(Path file, int port) throws IOException {
        Files.writeString(file, port + "\n");
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, loopback())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    /**
     * Whether a server is at work there. It is asked whether it speaks SSL: that somebody listens would not tell, since the
     * kernel still takes connections for a server that is dying.
     */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(loopback(), port), ANSWER_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            socket.getOutputStream().write(SSL_REQUEST);
            return socket.getInputStream().read() >= 0;
        } catch (IOException refused) {
            return false;
        }
    }

    /** Not the JDK's loopback address, which can be the one of IPv6. */
    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(LOOPBACK, new byte[] {127, 0, 0, 1});
    }

    private static int anyFree() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private static int read(Path file) throws IOException {
        try {
            return Integer.parseInt(Files.readString(file).strip());
        } catch (NoSuchFileException | NumberFormatException unknown) {
            return 0;
        }
    }
}
