package dev.ingot.spark.commit;

import dev.ingot.core.event.StepId;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.core.storage.StorageErrors;
import dev.ingot.spark.lake.Location;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The manifests of staged files of one table, read and written through its object store, without Spark. */
public final class StagedManifests {
    private static final String SUFFIX = ".json";

    private final ObjectStore store;
    private final ObjectPath table;
    private final ObjectPath folder;

    /** @param table where the table lies */
    public StagedManifests(Location table) {
        this.store = table.store();
        this.table = table.path();
        this.folder = table.path().resolve("_ingot").resolve("staged");
    }

    /** The steps that left files uncommitted, in their order. */
    public List<StepId> steps() {
        try {
            return store.list(folder).stream()
                    .map(manifest -> manifest.path().name())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> StepId.parse(name.substring(0, name.length() - SUFFIX.length())))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw StorageErrors.unreadable(folder.toString(), e);
        }
    }

    /**
     * What a step left uncommitted.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot wrote it
     */
    public StagedManifest read(StepId step) {
        try (InputStream content = store.get(folder.resolve(step + SUFFIX))) {
            return StagedManifestJson.parse(new String(content.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw StorageErrors.unreadable(folder.resolve(step + SUFFIX).toString(), e);
        }
    }

    /** Keeps a manifest, all of it or nothing. */
    void write(StagedManifest manifest) throws IOException {
        byte[] content = StagedManifestJson.print(manifest).getBytes(StandardCharsets.UTF_8);
        store.put(folder.resolve(manifest.step() + SUFFIX), new ByteArrayInputStream(content));
    }

    /** The name of a manifest's file in the table's store. */
    public ObjectPath file(StagedFile file) {
        return WrittenFiles.path(table, file.path());
    }

    boolean isThere(StagedFile file) {
        try {
            return store.head(file(file)).isPresent();
        } catch (IOException e) {
            throw StorageErrors.unreadable(file(file).toString(), e);
        }
    }
}
