package dev.ingot.storage.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** A process of a server, whose output is kept in a file. */
public final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts one that runs as long as this JVM does, as {@link #ready}; its output is kept in {@code target/servers}. */
    static void start(String name, ProcessBuilder command, String marker) throws IOException {
        Path log = Files.createDirectories(Path.of("target", "servers"))
                .resolve(name + "-" + ProcessHandle.current().pid() + ".log");
        ServerProcess server = ready(command, log, marker);
        Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    }

    /** Starts it, and returns when it has printed a line with the marker. */
    public static ServerProcess ready(ProcessBuilder command, Path log, String marker) throws IOException {
        ServerProcess server =
                new ServerProcess(command.redirectErrorStream(true).start());
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> copy(server.process, log, marker, ready), "output of " + log);
        reader.setDaemon(true);
        reader.start();
        try {
            if (!ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("it has ended, see " + log.toAbsolutePath());
            }
            return server;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            server.close();
            throw new IOException("it did not start, see " + log.toAbsolutePath(), e);
        }
    }

    private static void copy(Process process, Path log, String marker, CompletableFuture<Boolean> ready) {
        try (BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
                Writer kept = Files.newBufferedWriter(log)) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                kept.write(line + "\n");
                kept.flush();
                if (line.contains(marker)) {
                    ready.complete(true);
                }
            }
        } catch (IOException ended) {
            // The process has gone; whoever waits for it is told below.
        } finally {
            ready.complete(false);
        }
    }

    /** A port of the loopback address that nobody listened to a moment ago. */
    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** Kills it with all that it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
