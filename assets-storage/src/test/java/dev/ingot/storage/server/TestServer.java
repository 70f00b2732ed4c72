package dev.ingot.storage.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A store that listens on a port of the loopback address, started by the first test that asks for it. What it runs is looked for
 * in the folder that the property {@code ingot.servers} or the variable {@code TEST_SERVERS} names, by default
 * {@code ~/.cache/ingot-servers}, where {@code .ci/servers.sh} puts it; where it is not there, its tests are skipped.
 */
public enum TestServer {
    /** The server that the MinIO client is made for. */
    MINIO("minio/minio", "API: http") {
        @Override
        ProcessBuilder command(Path program, int port) throws IOException {
            ProcessBuilder command = new ProcessBuilder(
                    program.toString(),
                    "server",
                    "--address",
                    "127.0.0.1:" + port,
                    "--certs-dir",
                    folder().toString(),
                    folder().toString());
            command.environment()
                    .putAll(Map.of(
                            "MINIO_ROOT_USER",
                            USER,
                            "MINIO_ROOT_PASSWORD",
                            SECRET,
                            "MINIO_BROWSER",
                            "off",
                            "MINIO_UPDATE",
                            "off"));
            return command;
        }
    },

    /** A second implementation of S3. */
    S3PROXY("s3proxy/s3proxy.jar", "Started ogsoejs.Server@") {
        @Override
        ProcessBuilder command(Path program, int port) throws IOException {
            Path properties = Files.writeString(
                    folder().resolve("s3proxy.properties"),
                    String.join(
                            "\n",
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.endpoint=http://127.0.0.1:" + port,
                            "s3proxy.identity=" + USER,
                            "s3proxy.credential=" + SECRET,
                            "jclouds.provider=transient-nio2",
                            "jclouds.identity=x",
                            "jclouds.credential=x"));
            ProcessBuilder command = new ProcessBuilder(
                    java(),
                    "-Xmx768m",
                    "-XX:TieredStopAtLevel=1",
                    "-jar",
                    program.toString(),
                    "--properties",
                    properties.toString());
            command.environment().put("LC_ALL", "C.UTF-8");
            return command;
        }
    },

    /** Microsoft's stand-in for Azure Blob Storage. */
    AZURITE("azurite/node_modules/azurite/dist/src/blob/main.js", "successfully listens") {
        @Override
        ProcessBuilder command(Path program, int port) {
            return new ProcessBuilder(List.of(
                    "node",
                    program.toString(),
                    "--inMemoryPersistence",
                    "--blobHost",
                    "127.0.0.1",
                    "--blobPort",
                    Integer.toString(port),
                    "--skipApiVersionCheck",
                    "--disableTelemetry",
                    "--silent",
                    "--loose"));
        }
    };

    /** The name of the one who may do everything. */
    public static final String USER = "ingot";

    /** That one's secret. */
    public static final String SECRET = "ingot-secret";

    private final String program;
    private final String marker;
    private Optional<Integer> port = Optional.empty();
    private boolean tried;

    TestServer(String program, String marker) {
        this.program = program;
        this.marker = marker;
    }

    abstract ProcessBuilder command(Path program, int port) throws IOException;

    /** Where it listens; skips the test when it cannot be started here. */
    public synchronized int port() throws IOException {
        if (port.isEmpty()) {
            Path file = servers().resolve(program);
            Assumptions.assumeTrue(
                    Files.exists(file), () -> name() + " is not at " + file + ": .ci/servers.sh installs it");
            if (tried) {
                throw new IOException(name() + " could not be started before");
            }
            tried = true;
            int free = ServerProcess.freePort();
            ServerProcess.start(name(), command(file, free), marker);
            port = Optional.of(free);
        }
        return port.get();
    }

    private static Path servers() {
        String named = System.getProperty("ingot.servers", System.getenv().getOrDefault("TEST_SERVERS", ""));
        return named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache", "ingot-servers") : Path.of(named);
    }

    /** A new folder below {@code target}. */
    Path folder() throws IOException {
        return Files.createTempDirectory(Files.createDirectories(Path.of("target", "servers")), name())
                .toAbsolutePath();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
