package dev.ingot.core.storage;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.storage.FileSet.LandedFile;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The persisted form of a file set ({@code docs/spec/landing-zone.md}); {@link #print} and {@link #parse} undo each other. */
final class FileSetJson {
    /** Grows when a reader of this version could no longer understand what is written. */
    private static final int FORMAT = 1;

    private FileSetJson() {}

    static String print(FileSet set) throws IOException {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", FORMAT);
        root.put("domain", set.domain());
        root.put("version", set.version());
        root.put("origin", set.origin());
        root.put("landed_at", set.landedAt().toString());
        List<Object> files = new ArrayList<>();
        for (LandedFile file : set.files()) {
            Map<String, Object> node = new LinkedHashMap<>();
            node.put("name", file.name());
            node.put("object", file.object().text());
            node.put("bytes", file.bytes());
            node.put("sha256", file.sha256());
            files.add(node);
        }
        root.put("files", files);
        return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(root);
    }

    /**
     * Reads what {@link #print} wrote.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot wrote it
     * @throws IOException if it is something else altogether
     */
    static FileSet parse(String json) throws IOException {
        Map<String, Object> root = JSON.std.mapFrom(json);
        if (root == null || !(root.get("format") instanceof Number format)) {
            throw new IOException("current.json is no file set: " + json);
        }
        if (format.doubleValue() > FORMAT) {
            throw StorageErrors.newerFormat(format, FORMAT);
        }
        try {
            return set(root);
        } catch (ClassCastException | IllegalArgumentException | DateTimeException e) {
            throw new IOException("current.json is no file set: " + json, e);
        }
    }

    private static FileSet set(Map<String, Object> root) throws IOException {
        List<LandedFile> files = new ArrayList<>();
        for (Object node : (List<?>) root.getOrDefault("files", "missing")) {
            Map<?, ?> file = (Map<?, ?>) node;
            files.add(new LandedFile(
                    text(file, "name"),
                    ObjectPath.of(text(file, "object")),
                    Long.parseLong(text(file, "bytes")),
                    text(file, "sha256")));
        }
        return new FileSet(
                text(root, "domain"),
                text(root, "version"),
                text(root, "origin"),
                Instant.parse(text(root, "landed_at")),
                files);
    }

    private static String text(Map<?, ?> node, String name) throws IOException {
        Object value = node.get(name);
        if (value == null) {
            throw new IOException("the landing zone's current.json has no '" + name + "'");
        }
        return value.toString();
    }
}
