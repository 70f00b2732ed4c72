package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.ChildProcess;
import dev.ingot.storage.server.TestServer;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Processes that do the same job at the same time, as often as they are asked. They are told a job by a line of words, answer with
 * a line each, and end when there is nothing more to be told.
 */
final class Workers implements AutoCloseable {
    private static final String ANSWER = "answer: ";

    private final Class<?> main;
    private final Path folder;
    private final List<Worker> workers = new ArrayList<>();

    /**
     * What a worker is told.
     *
     * @param profile where to commit
     * @param commits how often
     * @param writer the worker's number
     */
    record Task(ServerProfile profile, int commits, int writer) {
        static Task parse(String line) {
            String[] words = line.split(" ", -1);
            return new Task(
                    new ServerProfile(TestServer.valueOf(words[0]), Integer.parseInt(words[1]), words[2]),
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]));
        }

        @Override
        public String toString() {
            return String.join(
                    " ",
                    profile.server().name(),
                    Integer.toString(profile.port()),
                    profile.bucket(),
                    Integer.toString(commits),
                    Integer.toString(writer));
        }
    }

    /** What a worker does. */
    interface Job {
        String answer(Task task) throws Exception;
    }

    private record Worker(Process process, Writer jobs, BufferedReader answers) {}

    /**
     * Starts them.
     *
     * @param main whose main method calls {@link #serve}
     * @param folder for what they print beside their answers
     */
    Workers(Class<?> main, int count, Path folder) throws IOException {
        this.main = main;
        this.folder = folder;
        for (int number = 0; number < count; number++) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(List.of("-Xmx768m", "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=128m"));
            command.addAll(ChildProcess.opens());
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                    main.getName()));
            Process process =
                    new ProcessBuilder(command).redirectError(log(number)).start();
            workers.add(new Worker(
                    process,
                    process.outputWriter(StandardCharsets.UTF_8),
                    process.inputReader(StandardCharsets.UTF_8)));
        }
    }

    private File log(int number) {
        return folder.resolve(main.getSimpleName() + "-" + number + ".log").toFile();
    }

    /** Has each of them make so many commits, and gathers what they answer. */
    List<String> commit(ServerProfile profile, int commits) throws IOException {
        for (int number = 0; number < workers.size(); number++) {
            Writer jobs = workers.get(number).jobs();
            jobs.write(new Task(profile, commits, number) + "\n");
            jobs.flush();
        }
        List<String> answers = new ArrayList<>();
        for (int number = 0; number < workers.size(); number++) {
            answers.add(answer(number));
        }
        return answers;
    }

    private String answer(int number) throws IOException {
        String line = workers.get(number).answers().readLine();
        while (line != null && !line.startsWith(ANSWER)) {
            line = workers.get(number).answers().readLine();
        }
        assertThat(line).as("%s", Files.readString(log(number).toPath())).isNotNull();
        return line.substring(ANSWER.length());
    }

    /** In a worker: does one job after the other. */
    static void serve(Job job) throws Exception {
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            System.out.println(ANSWER + job.answer(Task.parse(line)));
        }
    }

    @Override
    public void close() {
        workers.forEach(worker -> worker.process().destroyForcibly());
    }
}
