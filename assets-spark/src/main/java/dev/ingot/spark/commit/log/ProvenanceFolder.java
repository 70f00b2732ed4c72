package dev.ingot.spark.commit.log;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.StorageErrors;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What the commits of a table said whose files were trimmed from its log ({@code docs/spec/commit-metadata.md}). */
final class ProvenanceFolder {
    private final ObjectStore store;
    private final ObjectPath folder;

    ProvenanceFolder(ObjectStore store, ObjectPath table) {
        this.store = store;
        this.folder = table.resolve("_ingot").resolve("provenance");
    }

    /** Keeps the metadata of commits, by version; a version that is there already may be kept again. */
    void write(SortedMap<Long, String> commits) {
        if (commits.isEmpty()) {
            return;
        }
        StringBuilder lines = new StringBuilder();
        try {
            for (Map.Entry<Long, String> commit : commits.entrySet()) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("version", commit.getKey());
                line.put("userMetadata", commit.getValue());
                lines.append(JSON.std.asString(line)).append('\n');
            }
            String name = String.format("%020d-%020d.json", commits.firstKey(), commits.lastKey());
            byte[] content = lines.toString().getBytes(StandardCharsets.UTF_8);
            store.put(folder.resolve(name), new ByteArrayInputStream(content));
        } catch (IOException e) {
            throw StorageErrors.unwritable(folder.toString(), e);
        }
    }

    /** All that is kept, by version. */
    SortedMap<Long, Materialization> read() {
        SortedMap<Long, Materialization> all = new TreeMap<>();
        try {
            for (ObjectInfo file : store.list(folder)) {
                if (file.path().name().endsWith(".json")) {
                    read(file.path(), all);
                }
            }
            return all;
        } catch (IOException e) {
            throw StorageErrors.unreadable(folder.toString(), e);
        }
    }

    private void read(ObjectPath file, SortedMap<Long, Materialization> all) throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(store.get(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Map<String, Object> commit = JSON.std.mapFrom(line);
                if (!(commit.get("version") instanceof Number version
                        && commit.get("userMetadata") instanceof String text)) {
                    throw new IOException(file + " holds something else than provenance: " + line);
                }
                all.put(version.longValue(), MaterializationJson.parse(text, version.longValue()));
            }
        }
    }
}
