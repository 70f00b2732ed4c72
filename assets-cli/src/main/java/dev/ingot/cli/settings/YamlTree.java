package dev.ingot.cli.settings;

import dev.ingot.core.error.Diagnostic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Reads names and texts from the nodes of a YAML file. Dots and nesting mean the same: {@code spark.master: x} and
 * {@code spark: {master: x}}. Under the name of a setting, a map becomes {@code name=value;…} and a list {@code value,…}.
 */
final class YamlTree {
    private final Path file;
    private final Set<String> known;
    private final List<Diagnostic> problems;
    /** A node seen twice is an alias, and the way to a file that never ends. */
    private final Set<Node> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    YamlTree(Path file, Set<String> known, List<Diagnostic> problems) {
        this.file = file;
        this.known = known;
        this.problems = problems;
    }

    String origin(Node node) {
        return file
                + node.getStartMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
    }

    /** The children of a map by name; of anything else none, with a problem. */
    Map<String, Node> children(Node node, String what) {
        Map<String, Node> children = new LinkedHashMap<>();
        if (isNothing(node)) {
            return children;
        }
        if (!(node instanceof MappingNode map) || !seen.add(node)) {
            problems.add(SettingErrors.form(what + " is not a map of names and values", origin(node)));
            return children;
        }
        for (NodeTuple tuple : map.getValue()) {
            String name = tuple.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            if (name.isEmpty() || children.putIfAbsent(name, tuple.getValueNode()) != null) {
                problems.add(SettingErrors.form(
                        name.isEmpty() ? "A name is not a text" : name + " stands twice in " + what,
                        origin(tuple.getKeyNode())));
            }
        }
        return children;
    }

    /** Adds everything below a name to the values. */
    void flatten(String name, Node node, Map<String, Stated> values) {
        Optional<String> text =
                known.contains(name) || !(node instanceof MappingNode) ? text(name, node) : Optional.empty();
        if (text.isPresent()) {
            Stated before = values.put(name, new Stated(text.get(), origin(node)));
            if (before != null) {
                problems.add(SettingErrors.form(name + " is set twice, first in " + before.origin(), origin(node)));
            }
        } else if (node instanceof MappingNode && !known.contains(name)) {
            children(node, name).forEach((child, below) -> flatten(name + "." + child, below, values));
        }
    }

    /** The text of a setting; empty, with a problem, if there is none. */
    Optional<String> text(String name, Node node) {
        if (isNothing(node)) {
            problems.add(SettingErrors.form(name + " has no value; an empty one is written \"\"", origin(node)));
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        return node instanceof SequenceNode list ? list(name, list) : pairs(name, node);
    }

    private Optional<String> list(String name, SequenceNode list) {
        List<String> texts = new ArrayList<>();
        for (Node item : list.getValue()) {
            if (!(item instanceof ScalarNode scalar)) {
                problems.add(SettingErrors.form(name + " holds a list whose items are no texts", origin(item)));
                return Optional.empty();
            }
            texts.add(scalar.getValue());
        }
        return Optional.of(String.join(",", texts));
    }

    private Optional<String> pairs(String name, Node node) {
        Map<String, Stated> pairs = new LinkedHashMap<>();
        children(node, name).forEach((child, below) -> flatten(child, below, pairs));
        List<String> texts = new ArrayList<>();
        pairs.forEach((pair, value) -> texts.add(pair + "=" + value.text()));
        return Optional.of(String.join(";", texts));
    }

    private static boolean isNothing(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
