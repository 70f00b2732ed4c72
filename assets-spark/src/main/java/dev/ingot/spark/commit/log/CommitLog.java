package dev.ingot.spark.commit.log;

import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.spark.commit.log.CommitFile.CommitInfo;
import dev.ingot.spark.lake.Location;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commits of one Delta table, read from its log through an object store, without Spark.
 *
 * <p>All of them are there: the tables are made with the clean-up of their log switched off, and whoever trims it keeps what
 * the commits said in a {@link ProvenanceFolder}. The log is listed once for each question, and read no further than needed.
 */
public final class CommitLog {
    /** How far the clocks of machines may be apart. */
    private static final Duration SLACK = Duration.ofMinutes(5);

    private static final Pattern COMMIT = Pattern.compile("([0-9]{20})\\.json");

    private final ObjectStore store;
    private final ObjectPath folder;
    private final ProvenanceFolder provenance;

    /**
     * The log of a table.
     *
     * @param store where the table lies
     * @param table its folder
     */
    public CommitLog(ObjectStore store, ObjectPath table) {
        this.store = store;
        this.folder = table.resolve("_delta_log");
        this.provenance = new ProvenanceFolder(store, table);
    }

    /** The log of a table. */
    public static CommitLog of(Location table) {
        return new CommitLog(table.store(), table.path());
    }

    /**
     * The commit of a step. The newest are read first, back to the first one from before the step's run: by what it says itself and
     * by when its file was written, so that one writer whose clock is wrong hides nothing.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot wrote to the table
     */
    public Optional<Materialization> find(StepId step) {
        Instant begun = step.run().begunAt().minus(SLACK);
        SortedMap<Long, Instant> files = files();
        List<Long> versions = List.copyOf(files.keySet());
        for (int place = versions.size() - 1; place >= 0; place--) {
            Long version = versions.get(place);
            Optional<CommitInfo> info = file(version).info();
            Optional<Materialization> done = info.flatMap(CommitInfo::materialization);
            if (done.isPresent() && done.get().step().equals(step)) {
                return done;
            }
            boolean isOlder = info.isPresent()
                    && Objects.requireNonNull(files.get(version)).isBefore(begun);
            if (isOlder && info.get().at().isBefore(begun)) {
                return Optional.empty();
            }
        }
        return isTrimmed(versions)
                ? provenance.read().values().stream()
                        .filter(done -> done.step().equals(step))
                        .findFirst()
                : Optional.empty();
    }

    /** What the commit of a version says, as far as the log goes; empty when Ingot did not write it, or there is none. */
    public Optional<Materialization> at(long version) {
        return file(version).materialization();
    }

    /** Everything that Ingot ever committed to the table, oldest first, what was trimmed from the log included. */
    public List<Materialization> all() {
        List<Long> versions = versions();
        SortedMap<Long, Materialization> all = isTrimmed(versions) ? provenance.read() : new TreeMap<>();
        versions.forEach(version -> at(version).ifPresent(done -> all.put(version, done)));
        return new ArrayList<>(all.values());
    }

    /** The versions that the log has a file of, in their order. */
    List<Long> versions() {
        return List.copyOf(files().keySet());
    }

    /** When each commit file was written, by version. */
    private SortedMap<Long, Instant> files() {
        SortedMap<Long, Instant> files = new TreeMap<>();
        try {
            for (ObjectInfo object : store.list(folder)) {
                Matcher name = COMMIT.matcher(object.path().name());
                if (name.matches()) {
                    files.put(Long.valueOf(name.group(1)), object.modifiedAt());
                }
            }
            return files;
        } catch (IOException e) {
            throw StorageErrors.unreadable(folder.toString(), e);
        }
    }

    /** The newest version but the very last whose file was written before that; empty when there is none. */
    public OptionalLong olderThan(Instant cutoff) {
        SortedMap<Long, Instant> files = files();
        return files.keySet().stream()
                .filter(version -> version < files.lastKey()
                        && Objects.requireNonNull(files.get(version)).isBefore(cutoff))
                .mapToLong(Long::longValue)
                .max();
    }

    private static boolean isTrimmed(List<Long> versions) {
        return !versions.isEmpty() && versions.get(0) > 0;
    }

    /** The newest version that holds the same rows as this one: files may have been laid out anew, and the old ones removed. */
    public long sameContent(long version) {
        long same = followed(version);
        return same > version || file(version).exists() ? same : afterTrim(version);
    }

    /** The last of the commits that follow without a gap and keep the content. */
    private long followed(long version) {
        long same = version;
        while (file(same + 1).keepsContent()) {
            same++;
        }
        return same;
    }

    /** Where the log begins behind a version: if none of Ingot's commits lies between, its rows are still the same. */
    private long afterTrim(long version) {
        List<Long> versions = versions();
        if (versions.isEmpty() || versions.get(0) < version) {
            return version;
        }
        long first = versions.get(0);
        boolean changed = at(first).isPresent()
                || provenance.read().keySet().stream().anyMatch(kept -> kept > version && kept <= first);
        return changed ? version : followed(first);
    }

    /** Keeps what the commits up to a version say, so that their files can be trimmed. Answers how many commits that are. */
    public int preserve(long last) {
        List<Long> trimmed =
                versions().stream().filter(version -> version <= last).toList();
        SortedMap<Long, String> commits = new TreeMap<>();
        for (long version : trimmed) {
            file(version).info().flatMap(CommitInfo::userMetadata).ifPresent(text -> commits.put(version, text));
        }
        provenance.write(commits);
        return commits.size();
    }

    private CommitFile file(long version) {
        return new CommitFile(store, folder, version);
    }
}
