package dev.ingot.app.stores;

import dev.ingot.spark.session.SparkRuntime;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Spark standalone master and two workers of one core each, as processes from jars of the class path of this JVM. */
final class StandaloneCluster implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    private final List<Process> processes = new ArrayList<>();
    private final Path home;
    private final String url;

    /** What the machines of a cluster have. */
    enum Code {
        /** Spark's own jars, as any distribution of it. */
        PLAIN {
            @Override
            boolean has(Path entry) {
                return SPARKS.stream()
                        .anyMatch(name -> entry.getFileName().toString().matches(name + "-[0-9].*[.]jar"));
            }
        },
        /** Everything, as Ingot's image. */
        IMAGE {
            @Override
            boolean has(Path entry) {
                return true;
            }
        };

        private static final List<String> SPARKS = sparks();

        abstract boolean has(Path entry);

        private static List<String> sparks() {
            InputStream list = Objects.requireNonNull(SparkRuntime.class.getResourceAsStream("not-sent.txt"));
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))) {
                return lines.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .map(Pattern::quote)
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Starts all three, and returns when the workers are known to the master. */
    StandaloneCluster(Path folder, Code code) throws Exception {
        home = folder;
        // Spark starts executors with whatever is in this folder on their class path: one jar that names the rest.
        writeJar(Files.createDirectories(folder.resolve("jars")).resolve("class-path.jar"), code);
        int port = freePort();
        url = "spark://127.0.0.1:" + port;
        start(
                "I have been elected leader",
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--webui-port",
                "0");
        for (int worker = 1; worker <= 2; worker++) {
            start(
                    "Successfully registered with master",
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve("worker-" + worker).toString(),
                    url);
        }
    }

    String url() {
        return url;
    }

    private void start(String marker, String main, String... words) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-opens"))
                .forEach(command::add);
        Path logging = Files.writeString(
                home.resolve("log4j2.properties"),
                "rootLogger.level=info\nrootLogger.appenderRef.out.ref=out\nappender.out.type=Console\nappender.out.name=out\n");
        command.add("-Dlog4j2.configurationFile=" + logging);
        command.addAll(List.of("-cp", home.resolve("jars/class-path.jar").toString(), main));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_HOSTNAME", "127.0.0.1");
        Process process = builder.start();
        processes.add(process);
        awaits(process, marker, home.resolve("process-" + processes.size() + ".log"));
    }

    private static void awaits(Process process, String marker, Path log) throws Exception {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        Thread reader = new Thread(() -> copy(process, marker, log, ready), "output of " + log);
        reader.setDaemon(true);
        reader.start();
        if (!ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("ended: " + Files.readString(log));
        }
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

    private static void writeJar(Path jar, Code code) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Arrays.stream(System.getProperty(
                                                "surefire.test.class.path", System.getProperty("java.class.path"))
                                        .split(java.io.File.pathSeparator))
                                .map(entry -> Path.of(entry).toAbsolutePath())
                                .filter(code::has)
                                .map(entry -> entry.toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Kills the worker that runs an executor, and the executor, as a machine that is switched off. */
    void loseWorkerOf(String executor) {
        for (Process worker : processes.subList(1, processes.size())) {
            boolean runs = worker.descendants()
                    .anyMatch(process -> process.info()
                            .arguments()
                            .map(words -> String.join(" ", words).contains("--executor-id " + executor + " "))
                            .orElse(false));
            if (runs) {
                kill(worker);
                return;
            }
        }
        throw new IllegalStateException("no worker runs executor " + executor);
    }

    @Override
    public void close() {
        processes.forEach(StandaloneCluster::kill);
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
