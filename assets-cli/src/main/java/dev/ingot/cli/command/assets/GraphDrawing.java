package dev.ingot.cli.command.assets;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.graph.AssetGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Draws some assets of a graph and what they read of each other. */
final class GraphDrawing {
    private final AssetGraph graph;
    private final List<AssetKey> keys;

    GraphDrawing(AssetGraph graph, Set<AssetKey> chosen) {
        this.graph = graph;
        this.keys = graph.keys().stream().filter(chosen::contains).toList();
    }

    /** What {@code -o json} prints. */
    record Document(List<String> assets, List<Edge> edges) {}

    /** One asset reads another. */
    record Edge(String from, String to) {}

    Document document() {
        List<Edge> edges = new ArrayList<>();
        keys.forEach(key -> inputs(key).forEach(input -> edges.add(new Edge(input.toString(), key.toString()))));
        return new Document(keys.stream().map(AssetKey::toString).toList(), edges);
    }

    /** One line an asset, its inputs below it; layers apart. */
    List<String> text() {
        List<String> lines = new ArrayList<>();
        Layer layer = null;
        for (AssetKey key : keys) {
            if (layer != null && layer != key.layer()) {
                lines.add("");
            }
            layer = key.layer();
            lines.add(key.toString());
            List<AssetKey> inputs = inputs(key);
            for (AssetKey input : inputs) {
                boolean last = input.equals(inputs.get(inputs.size() - 1));
                lines.add((last ? "  └─ " : "  ├─ ") + input);
            }
        }
        return lines;
    }

    /** A flow chart that GitHub and many editors draw. */
    List<String> mermaid() {
        List<String> lines = new ArrayList<>(List.of("flowchart LR"));
        for (Layer layer : Layer.values()) {
            List<AssetKey> members =
                    keys.stream().filter(key -> key.layer() == layer).toList();
            if (!members.isEmpty()) {
                lines.add("    subgraph " + layer);
                members.forEach(
                        key -> lines.add("        " + id(key) + "[\"" + key.domain() + "/" + key.name() + "\"]"));
                lines.add("    end");
            }
        }
        keys.forEach(key -> inputs(key).forEach(input -> lines.add("    " + id(input) + " --> " + id(key))));
        return lines;
    }

    private static String id(AssetKey key) {
        return key.toString().replace('/', '_');
    }

    private List<AssetKey> inputs(AssetKey key) {
        return graph.upstream(key).stream().filter(keys::contains).toList();
    }
}
