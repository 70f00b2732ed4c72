package dev.ingot.core.ledger;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The persisted form of a materialization, as it stands in the commits of the tables ({@code docs/spec/commit-metadata.md}).
 * {@link #print} and {@link #parse} undo each other, but for the table's version, which only the commit itself knows.
 */
public final class MaterializationJson {
    /** Grows when a reader of this version could no longer understand what is written. */
    public static final int FORMAT = 1;

    private MaterializationJson() {}

    public static String print(Materialization done) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("ingot", FORMAT);
        root.put("step", done.step().toString());
        root.put("asset", done.asset().toString());
        root.put("code", done.codeVersion());
        if (done.token() != 0) {
            root.put("token", done.token());
        }
        root.put("at", done.at().toString());
        if (!done.took().isZero()) {
            root.put("took_ms", done.took().toMillis());
        }
        root.put(
                "slices", done.slices().stream().map(MaterializationJson::slice).toList());
        root.put("removed", done.removed().stream().map(PartitionKey::toString).toList());
        try {
            return JSON.std.asString(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> slice(Slice slice) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("partition", slice.partition().toString());
        node.put("data", slice.dataVersion());
        node.put("rows", slice.rows());
        node.put("rejected", slice.rejected());
        if (slice.bytes() != 0) {
            node.put("bytes", slice.bytes());
        }
        node.put("inputs", new TreeMap<>(slice.inputs()));
        return node;
    }

    /**
     * @param json what {@link #print} wrote
     * @param tableVersion the version of the commit that it was found in
     * @throws IngotException with code {@code newer-format} if a newer Ingot wrote it
     * @throws IllegalArgumentException if it is something else altogether
     */
    public static Materialization parse(String json, long tableVersion) {
        Map<String, Object> root = read(json);
        if (!(root.get("ingot") instanceof Number format)) {
            throw new IllegalArgumentException("not a materialization: " + json);
        }
        if (format.doubleValue() > FORMAT) {
            throw newer(format);
        }
        try {
            return materialization(root, tableVersion);
        } catch (IngotException | DateTimeException | NullPointerException e) {
            throw new IllegalArgumentException("not a materialization: " + json, e);
        }
    }

    private static Materialization materialization(Map<String, Object> root, long tableVersion) {
        return new Materialization(
                StepId.parse(text(root, "step")),
                AssetKey.parse(text(root, "asset")),
                tableVersion,
                text(root, "code"),
                Instant.parse(text(root, "at")),
                Duration.ofMillis(numberOr(root, "took_ms", 0)),
                slices(list(root, "slices")),
                PartitionSet.of(list(root, "removed").stream()
                        .map(key -> PartitionKey.parse(key.toString()))
                        .toList()),
                numberOr(root, "token", 0));
    }

    private static List<Slice> slices(List<?> nodes) {
        List<Slice> slices = new ArrayList<>();
        for (Object node : nodes) {
            if (!(node instanceof Map<?, ?> map)) {
                throw new IllegalArgumentException("not a slice: " + node);
            }
            Map<String, String> inputs = new TreeMap<>();
            if (map.get("inputs") instanceof Map<?, ?> read) {
                read.forEach((key, value) -> inputs.put(key.toString(), value.toString()));
            }
            slices.add(new Slice(
                    PartitionKey.parse(text(map, "partition")),
                    text(map, "data"),
                    number(map, "rows"),
                    number(map, "rejected"),
                    numberOr(map, "bytes", 0),
                    inputs));
        }
        return slices;
    }

    private static Map<String, Object> read(String json) {
        try {
            Map<String, Object> root = JSON.std.mapFrom(json);
            return root == null ? Map.of() : root;
        } catch (IOException e) {
            throw new IllegalArgumentException("not a materialization: " + json, e);
        }
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

    /** Fields that older writers did not know may be absent. */
    private static long numberOr(Map<?, ?> node, String name, long absent) {
        return node.containsKey(name) ? number(node, name) : absent;
    }

    private static List<?> list(Map<?, ?> node, String name) {
        return node.get(name) instanceof List<?> list ? list : List.of();
    }

    private static IngotException newer(Number format) {
        return new IngotException(Diagnostic.of(ErrorCode.NEWER_FORMAT, "A table was written by a newer Ingot")
                .because("its commits have format " + format + ", this Ingot reads up to " + FORMAT)
                .help("use the Ingot that wrote it, or a newer one"));
    }
}
