package dev.ingot.postgres.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another command: a process that holds the server of a folder until its standard input ends. */
final class Holder implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Holder(Process process) {
        this.process = process;
        this.output = process.inputReader(StandardCharsets.UTF_8);
    }

    public static void main(String[] arguments) throws IOException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.open(EmbeddedPostgresSettings.in(Path.of(arguments[0])))) {
            System.out.println(postgres.connection().url());
            new InputStreamReader(System.in, StandardCharsets.UTF_8).read();
        }
    }

    static Holder start(Path home, String... prefix) throws IOException {
        List<String> command = new ArrayList<>(List.of(prefix));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of(Holder.class.getName(), home.toString()));
        return new Holder(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    /** Waits until it holds the server; answers the server's URL. */
    String awaitUrl() throws IOException {
        String url = output.readLine();
        if (url == null) {
            throw new IllegalStateException("the holder ended without a server");
        }
        return url;
    }

    long pid() {
        return process.pid();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    /** Lets it end in good order. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        process.waitFor();
    }
}
