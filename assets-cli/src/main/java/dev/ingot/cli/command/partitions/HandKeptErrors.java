package dev.ingot.cli.command.partitions;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.List;

/** The failures of partitions that are kept by hand. */
final class HandKeptErrors {
    private HandKeptErrors() {}

    static IngotException unknownSet(String name, List<String> known) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.UNKNOWN_PARTITION,
                        "There are no partitions named '" + name + "' that are kept by hand")
                .because(
                        known.isEmpty()
                                ? "no asset of this project has such partitions"
                                : "the assets of this project have " + String.join(", ", known))
                .help(Suggestions.sentence(name, known))
                .help("name an asset, or a set of partitions; see them with: ingot assets list"));
    }

    static IngotException notOne(AssetKey asset, Partitioning partitioning, List<String> sets) {
        Diagnostic diagnostic = Diagnostic.of(
                ErrorCode.INVALID_ARGUMENT,
                sets.isEmpty()
                        ? "The partitions of " + asset + " are not kept by hand"
                        : asset + " has " + sets.size() + " sets of partitions that are kept by hand");
        return new IngotException(
                sets.isEmpty()
                        ? diagnostic
                                .because("its definition states them: " + partitioning)
                                .help("see them with: ingot partitions list " + asset)
                        : diagnostic.help("name the set instead of the asset: " + String.join(" or ", sets)));
    }

    static IngotException notThere(String set, PartitionSet unknown, PartitionSet known) {
        PartitionKey first = unknown.first();
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, "'" + set + "' has no partition " + unknown)
                        .because(known.isEmpty() ? "it has none" : "its partitions are " + known)
                        .help(Suggestions.sentence(
                                first.toString(),
                                known.stream().map(PartitionKey::toString).toList()))
                        .help("nothing was removed"));
    }
}
