package dev.ingot.cli.command.argument;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.graph.GraphErrors;

/** Reads the key of an asset as somebody typed it. */
public final class Keys {
    private Keys() {}

    /** @throws dev.ingot.core.error.IngotException if there is no such asset, with the nearest name */
    public static AssetKey of(String text, AssetGraph graph) {
        return graph.keys().stream()
                .filter(key -> key.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> GraphErrors.unknown(text, graph.keys()));
    }
}
