package dev.ingot.cli.command.partitions;

import dev.ingot.cli.Console;
import dev.ingot.cli.planning.Slices;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Tells what became of a set of partitions that is kept by hand. */
record SetReport(Console console, HandKeptSet set, DynamicPartitions partitions) {
    /**
     * Prints it.
     *
     * @param did what was done
     * @param changed with which keys
     * @param left with which keys nothing was done
     * @param why nothing was
     */
    void print(String did, PartitionSet changed, PartitionSet left, String why) {
        PartitionSet now = partitions.all().getOrDefault(set.name(), PartitionSet.empty());
        if (console.isJson()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("set", set.name());
            document.put(did, texts(changed));
            document.put("partitions", texts(now));
            document.put(
                    "assets",
                    set.places().keySet().stream().map(AssetKey::toString).toList());
            console.json(document);
            return;
        }
        if (!changed.isEmpty()) {
            console.say(capital(did) + ": " + Slices.text(changed));
        }
        if (!left.isEmpty()) {
            console.say(capital(why) + ": " + Slices.text(left));
        }
        console.say("'" + set.name() + "' is now "
                + (now.isEmpty() ? "empty" : Slices.text(now)) + ", in "
                + set.places().keySet().stream().map(AssetKey::toString).collect(Collectors.joining(", ")));
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private static List<String> texts(PartitionSet keys) {
        return keys.stream().map(PartitionKey::toString).toList();
    }
}
