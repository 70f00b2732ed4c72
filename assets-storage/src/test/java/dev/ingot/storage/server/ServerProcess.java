package dev.ingot.storage.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
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

/** A server that runs as long as this JVM does. What it prints is kept in {@code target/servers}. */
final class ServerProcess {
    private static final long PATIENCE_SECONDS = 30;

    private ServerProcess() {}

    /** Starts it, and returns when it has printed a line with the marker. */
    static void start(String name, ProcessBuilder command, String marker) throws IOException {
        Path log = Files.createDirectories(Path.of("target", "servers"))
                .resolve(name + "-" + ProcessHandle.current().pid() + ".log");
        Process process = command.redirectErrorStream(true).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }));
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> copy(process, log, marker, ready), "output of " + name);
        reader.setDaemon(true);
        reader.start();
        try {
            if (!ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(name + " has ended, see " + log.toAbsolutePath());
            }
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            process.destroyForcibly();
            throw new IOException(name + " did not start, see " + log.toAbsolutePath(), e);
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
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            ready.complete(false);
        }
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
