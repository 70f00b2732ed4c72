package dev.ingot.core.log;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The logs of the steps of all runs: one file a step, {@code RUN/NNN.log} below a folder, in UTF-8. Thread-safe; several
 * processes may write and read at once. What was appended survives the death of the process.
 */
public final class RunLogs {
    private static final Pattern RUN = Pattern.compile("[0-9A-HJKMNP-TV-Z]{26}");
    private static final Pattern STEP = Pattern.compile("([0-9]{3,9})\\.log");

    private final Path folder;

    /** @param folder where the folders of the runs are; made when it is needed */
    public RunLogs(Path folder) {
        this.folder = folder;
    }

    /** The log's name, relative to the folder of all logs and without its ending: {@code RUN/NNN}. */
    public static String name(StepId step) {
        String number = Integer.toString(step.number());
        return step.run() + "/" + "0".repeat(Math.max(0, 3 - number.length())) + number;
    }

    /** Undoes {@link #name}. */
    public static StepId step(String name) {
        int slash = name.indexOf('/');
        return new StepId(new RunId(name.substring(0, slash)), Integer.parseInt(name.substring(slash + 1)));
    }

    /** The file of a step's log, which need not exist. */
    public Path file(StepId step) {
        return folder.resolve(name(step) + ".log");
    }

    /** Adds whole lines to a step's log. */
    public void append(StepId step, String lines) {
        Path file = file(step);
        try {
            try {
                append(file, lines);
            } catch (NoSuchFileException first) {
                Files.createDirectories(folder.resolve(step.run().text()));
                append(file, lines);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path file, String lines) throws IOException {
        Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** The steps of a run that have a log, in the order of their numbers. */
    public List<StepId> steps(RunId run) {
        return names(folder.resolve(run.text())).stream()
                .map(STEP::matcher)
                .filter(Matcher::matches)
                .map(number -> new StepId(run, Integer.parseInt(number.group(1))))
                .sorted()
                .toList();
    }

    /** The runs that have logs, newest first. */
    public List<RunId> runs() {
        return names(folder).stream()
                .filter(name -> RUN.matcher(name).matches())
                .map(RunId::new)
                .sorted(Comparator.reverseOrder())
                .toList();
    }

    /**
     * Removes the logs of all but the newest runs, as far as it goes.
     *
     * @param newest how many runs keep theirs
     * @param spared asked of each run that is older: whether it keeps its logs all the same
     */
    public void keep(int newest, Predicate<RunId> spared) {
        runs().stream().skip(newest).filter(spared.negate()).forEach(this::remove);
    }

    private void remove(RunId run) {
        Path doomed = folder.resolve(run.text());
        try {
            for (String name : names(doomed)) {
                Files.deleteIfExists(doomed.resolve(name));
            }
            Files.deleteIfExists(doomed);
        } catch (IOException e) {
            // Somebody else removes it too, or looks at it: the next run tries again.
        }
    }

    private static List<String> names(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
