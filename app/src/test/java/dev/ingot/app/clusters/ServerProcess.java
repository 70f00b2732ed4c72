package dev.ingot.app.clusters;

import dev.ingot.app.ChildProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A process of a cluster, whose output is kept in a file. */
final class ServerProcess implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Starts it, and returns as soon as it has said that it is ready. */
    static ServerProcess ready(ProcessBuilder builder, Path log, String marker) throws Exception {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Process process = builder.redirectErrorStream(true).start();
        Thread reader = new Thread(() -> copy(process, marker, log, ready), "output of " + log);
        reader.setDaemon(true);
        reader.start();
        if (!ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("ended: " + Files.readString(log));
        }
        return new ServerProcess(process);
    }

    private static void copy(Process process, String marker, Path log, CompletableFuture<Boolean> ready) {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                OutputStream kept = Files.newOutputStream(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                kept.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                if (line.contains(marker)) {
                    ready.complete(true);
                }
            }
        } catch (IOException ended) {
            // The process has gone; whoever waits is told below.
        } finally {
            ready.complete(false);
        }
    }

    /** The words that start a small JVM which may run Spark and Hadoop, and tells on its output what it does. */
    static List<String> java(Path home) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        command.addAll(ChildProcess.opens());
        Path logging = Files.writeString(
                home.resolve("log4j2.properties"),
                "rootLogger.level=info\nrootLogger.appenderRef.out.ref=out\nappender.out.type=Console\nappender.out.name=out\n");
        command.add("-Dlog4j2.configurationFile=" + logging);
        return command;
    }

    /** What is on the class path of this JVM. */
    static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath());
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    Stream<ProcessHandle> descendants() {
        return process.descendants();
    }

    /** Kills it with all that it has started. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
