package dev.ingot.spark.commit.log;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.StorageErrors;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** One file of a Delta table's log. It is read line by line, and no further than needed: it can hold many actions. */
final class CommitFile {
    private static final String MATERIALIZATION = "{\"ingot\":";

    private final ObjectStore store;
    private final ObjectPath file;
    private final long version;

    CommitFile(ObjectStore store, ObjectPath log, long version) {
        this.store = store;
        this.file = log.resolve(String.format("%020d.json", version));
        this.version = version;
    }

    /** What the commit says; empty when Ingot did not write it, or there is none. */
    Optional<Materialization> materialization() {
        return info().flatMap(CommitInfo::materialization);
    }

    /** The first thing in the file; empty when there is no such commit, or Delta did not write it. */
    Optional<CommitInfo> info() {
        return firstLine(line -> line.startsWith("{\"commitInfo\"")).flatMap(this::info);
    }

    /** Whether there is such a commit, and it leaves all rows and columns as they are: files may lie otherwise after it. */
    boolean keepsContent() {
        return exists() && firstLine(CommitFile::changesContent).isEmpty();
    }

    boolean exists() {
        try {
            return store.head(file).isPresent();
        } catch (IOException e) {
            throw StorageErrors.unreadable(file.toString(), e);
        }
    }

    /** The quotes of texts inside of an action are escaped, so this is the action's own field. */
    private static boolean changesContent(String line) {
        return line.startsWith("{\"metaData\"") || line.contains("\"dataChange\":true");
    }

    private Optional<String> firstLine(Predicate<String> wanted) {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(store.get(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (wanted.test(line)) {
                    return Optional.of(line);
                }
            }
            return Optional.empty();
        } catch (NoSuchFileException trimmed) {
            return Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.unreadable(file.toString(), e);
        }
    }

    private Optional<CommitInfo> info(String line) {
        try {
            return JSON.std.mapFrom(line).get("commitInfo") instanceof Map<?, ?> info
                    ? Optional.of(new CommitInfo(version, at(info), userMetadata(info)))
                    : Optional.empty();
        } catch (IOException e) {
            throw StorageErrors.unreadable(file.toString(), e);
        }
    }

    private static Instant at(Map<?, ?> info) {
        return info.get("timestamp") instanceof Number millis ? Instant.ofEpochMilli(millis.longValue()) : Instant.MAX;
    }

    private static Optional<String> userMetadata(Map<?, ?> info) {
        return info.get("userMetadata") instanceof String text && text.startsWith(MATERIALIZATION)
                ? Optional.of(text)
                : Optional.empty();
    }

    /**
     * What a commit says of itself.
     *
     * @param at when it was made, by the clock of whoever made it; the end of time if it does not say
     * @param userMetadata the text that its {@link #materialization} stands for; empty when Ingot did not write it
     */
    record CommitInfo(long version, Instant at, Optional<String> userMetadata) {
        Optional<Materialization> materialization() {
            return userMetadata.map(json -> MaterializationJson.parse(json, version));
        }
    }
}
