package dev.ingot.app.clusters;

import dev.ingot.app.ChildProcess;
import dev.ingot.spark.session.SparkRuntime;
import dev.ingot.storage.server.ServerProcess;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A Spark standalone master and workers of one core each, as processes from jars of the class path of this JVM. */
final class StandaloneCluster implements AutoCloseable {
    private final List<ServerProcess> processes = new ArrayList<>();
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

    /** Starts a master and two workers, and returns when they are known to it. */
    StandaloneCluster(Path folder, Code code) throws Exception {
        this(folder, code, 2);
    }

    /** With another number of workers. */
    StandaloneCluster(Path folder, Code code, int workers) throws Exception {
        home = folder;
        // Spark starts executors with whatever is in this folder on their class path: one jar that names the rest.
        writeJar(Files.createDirectories(folder.resolve("jars")).resolve("class-path.jar"), code);
        int port = ServerProcess.freePort();
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
        for (int worker = 1; worker <= workers; worker++) {
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
        List<String> command = java();
        command.addAll(List.of("-cp", home.resolve("jars/class-path.jar").toString(), main));
        command.addAll(Arrays.asList(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_HOSTNAME", "127.0.0.1");
        processes.add(ServerProcess.ready(builder, home.resolve("process-" + processes.size() + ".log"), marker));
    }

    /** The words that start a small JVM which may run Spark and Hadoop, and tells on its output what it does. */
    private List<String> java() throws IOException {
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
    private static Stream<Path> classPath() {
        return Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath());
    }

    /** A jar that names what machines of a kind have. */
    static void writeJar(Path jar, Code code) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        classPath()
                                .filter(code::has)
                                .map(entry -> entry.toUri().toString())
                                .collect(Collectors.joining(" ")));
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    }

    /** Kills the worker that runs an executor, and the executor, as a machine that is switched off. */
    void loseWorkerOf(String executor) {
        for (ServerProcess worker : processes.subList(1, processes.size())) {
            boolean runs = worker.descendants()
                    .anyMatch(process -> process.info()
                            .arguments()
                            .map(words -> String.join(" ", words).contains("--executor-id " + executor + " "))
                            .orElse(false));
            if (runs) {
                worker.close();
                return;
            }
        }
        throw new IllegalStateException("no worker runs executor " + executor);
    }

    @Override
    public void close() {
        processes.forEach(ServerProcess::close);
    }
}
