package dev.ingot.cli.command.argument;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionKey;
import java.util.Optional;

/** An asset, and one of its partitions if somebody named one: {@code silver/movielens/ratings@1997}. */
public record AssetAt(AssetKey asset, Optional<PartitionKey> partition) {
    /**
     * Reads it. Whether there is such a partition is for the caller to ask.
     *
     * @throws dev.ingot.core.error.IngotException if there is no such asset, with the nearest name, or if that is no partition
     */
    public static AssetAt parse(String text, AssetGraph graph) {
        int at = text.indexOf('@');
        if (at < 0) {
            return new AssetAt(Keys.of(text, graph), Optional.empty());
        }
        AssetKey asset = Keys.of(text.substring(0, at), graph);
        try {
            return new AssetAt(asset, Optional.of(PartitionKey.parse(text.substring(at + 1))));
        } catch (IngotException e) {
            throw ArgumentErrors.malformedPartition(asset, e);
        }
    }

    @Override
    public String toString() {
        return asset + partition.map(key -> "@" + key).orElse("");
    }
}
