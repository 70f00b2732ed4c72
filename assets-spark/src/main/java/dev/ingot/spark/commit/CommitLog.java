package dev.ingot.spark.commit;

import com.fasterxml.jackson.jr.ob.JSON;
import com.github.f4b6a3.ulid.Ulid;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The commits of one Delta table, read from its log files without Spark.
 *
 * <p>All of them are there: the tables are made with the clean-up of their log switched off.
 */
public final class CommitLog {
    /** A commit that old before the step's run began cannot be the step's, whatever the clocks of two machines say. */
    private static final Duration SLACK = Duration.ofDays(1);

    private final Path folder;

    public CommitLog(Path table) {
        folder = table.resolve("_delta_log");
    }

    /**
     * The commit of a step.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot wrote to the table
     */
    public Optional<Materialization> find(StepId step) {
        Instant begun = Ulid.from(step.run().text()).getInstant().minus(SLACK);
        for (Path commit : newestFirst()) {
            Optional<Materialization> done = read(commit);
            if (done.isPresent() && done.get().step().equals(step)) {
                return done;
            }
            if (done.isPresent() && done.get().at().isBefore(begun)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** What the commit of a version says; empty when Ingot did not write it, or there is none. */
    public Optional<Materialization> at(long version) {
        Path commit = folder.resolve(String.format("%020d.json", version));
        return Files.exists(commit) ? read(commit) : Optional.empty();
    }

    private List<Path> newestFirst() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(CommitLog::isCommit)
                    .sorted(Comparator.reverseOrder())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isCommit(Path file) {
        return String.valueOf(file.getFileName()).matches("[0-9]{20}\\.json");
    }

    private static Optional<Materialization> read(Path commit) {
        String name = String.valueOf(commit.getFileName());
        long version = Long.parseLong(name.substring(0, name.indexOf('.')));
        // Read line by line: the actions after this one can be many.
        try (Stream<String> lines = Files.lines(commit)) {
            return lines.filter(line -> line.startsWith("{\"commitInfo\""))
                    .findFirst()
                    .flatMap(CommitLog::userMetadata)
                    .map(json -> MaterializationJson.parse(json, version));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> userMetadata(String line) {
        try {
            return JSON.std.mapFrom(line).get("commitInfo") instanceof Map<?, ?> info
                            && info.get("userMetadata") instanceof String text
                            && text.startsWith("{\"ingot\":")
                    ? Optional.of(text)
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
