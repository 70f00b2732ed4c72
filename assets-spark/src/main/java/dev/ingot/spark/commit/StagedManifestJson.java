package dev.ingot.spark.commit;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Severity;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.event.StepId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The persisted form of a manifest; {@link #print} and {@link #parse} undo each other. */
final class StagedManifestJson {
    private static final int FORMAT = 1;

    private StagedManifestJson() {}

    static String print(StagedManifest manifest) {
        try {
            Map<String, Object> root = new LinkedHashMap<>();
            root.put("ingot", FORMAT);
            root.put("step", manifest.step().toString());
            root.put("asset", manifest.asset().toString());
            root.put("at", manifest.at().toString());
            root.put(
                    "checks",
                    manifest.checks().stream().map(StagedManifestJson::check).toList());
            root.put("partition_columns", manifest.partitionColumns());
            root.put("schema", JSON.std.anyFrom(manifest.schema()));
            root.put(
                    "files",
                    manifest.files().stream().map(StagedManifestJson::file).toList());
            return JSON.std.asString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> check(CheckResult check) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("name", check.name());
        node.put("detail", check.detail());
        node.put("blocking", check.blocks());
        return node;
    }

    private static Map<String, Object> file(StagedFile file) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("path", file.path());
        node.put("partition", new TreeMap<>(file.partition()));
        node.put("rows", file.rows());
        node.put("bytes", file.bytes());
        return node;
    }

    /**
     * @throws dev.ingot.core.error.IngotException with code {@code newer-format} if a newer Ingot wrote it
     * @throws IllegalArgumentException if it is something else altogether
     */
    static StagedManifest parse(String json) {
        try {
            Map<String, Object> root = JSON.std.mapFrom(json);
            if (!(root.get("ingot") instanceof Number format)) {
                throw new IllegalArgumentException("not a manifest of staged files: " + json);
            }
            if (format.doubleValue() > FORMAT) {
                throw CommitErrors.newerManifest(format, FORMAT);
            }
            return new StagedManifest(
                    StepId.parse(text(root, "step")),
                    AssetKey.parse(text(root, "asset")),
                    Instant.parse(text(root, "at")),
                    nodes(root, "checks").stream()
                            .map(StagedManifestJson::check)
                            .toList(),
                    list(root, "partition_columns").stream()
                            .map(String::valueOf)
                            .toList(),
                    JSON.std.asString(root.get("schema")),
                    nodes(root, "files").stream().map(StagedManifestJson::file).toList());
        } catch (IOException e) {
            throw new IllegalArgumentException("not a manifest of staged files: " + json, e);
        }
    }

    private static CheckResult check(Map<?, ?> node) {
        boolean blocking = Boolean.TRUE.equals(node.get("blocking"));
        return new CheckResult(text(node, "name"), false, Severity.FAIL, blocking, text(node, "detail"));
    }

    private static StagedFile file(Map<?, ?> node) {
        Map<String, String> partition = new TreeMap<>();
        if (node.get("partition") instanceof Map<?, ?> values) {
            values.forEach((column, value) -> partition.put(column.toString(), value.toString()));
        }
        return new StagedFile(text(node, "path"), partition, number(node, "rows"), number(node, "bytes"));
    }

    private static String text(Map<?, ?> node, String name) {
        if (node.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text '" + name + "' in " + node);
    }

    private static long number(Map<?, ?> node, String name) {
        if (node.get(name) instanceof Number number) {
            return number.longValue();
        }
        throw new IllegalArgumentException("no number '" + name + "' in " + node);
    }

    private static List<?> list(Map<?, ?> node, String name) {
        return node.get(name) instanceof List<?> list ? list : List.of();
    }

    private static List<Map<?, ?>> nodes(Map<?, ?> node, String name) {
        return list(node, name).stream().<Map<?, ?>>map(one -> (Map<?, ?>) one).toList();
    }
}
