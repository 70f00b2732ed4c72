package dev.ingot.cli.command.argument;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.util.List;

/** The failures of arguments. */
public final class ArgumentErrors {
    private ArgumentErrors() {}

    public static IngotException outOfRange(String option, long value, long least, long most) {
        return new IngotException(Diagnostic.of(ErrorCode.INVALID_ARGUMENT, option + " cannot be " + value)
                .because("it has to be between " + least + " and " + most));
    }

    public static IngotException notTogether(String option, String other, String why) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, option + " and " + other + " cannot be given together")
                        .because(why)
                        .help("leave one of them out"));
    }

    public static IngotException unknownPartition(AssetKey asset, PartitionKey partition, PartitionSet known) {
        List<String> names = known.stream().map(PartitionKey::toString).toList();
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, asset + " has no partition " + partition)
                .because(known.isEmpty() ? "it has none yet" : "its partitions are " + known)
                .help(Suggestions.sentence(partition.toString(), names))
                .help("see them with: ingot partitions " + asset));
    }

    /** The same failure, naming the asset that has no such partition. */
    public static IngotException noPartition(AssetKey asset, IngotException cause) {
        return new IngotException(
                cause.diagnostic().at(asset.toString()).help("see them with: ingot partitions " + asset), cause);
    }

    /** The text after an asset's @ is no partition of any asset. */
    public static IngotException malformedPartition(AssetKey asset, IngotException cause) {
        Diagnostic told = cause.diagnostic();
        return new IngotException(
                Diagnostic.of(told.code(), told.what())
                        .at(asset.toString())
                        .because(told.why().orElse(null))
                        .help("see the keys that exist with: ingot partitions " + asset),
                cause);
    }

    public static IngotException notPartitioned(AssetKey asset, PartitionKey partition) {
        return new IngotException(Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, asset + " has no partition " + partition)
                .because("it is not partitioned")
                .help("leave the partition out: " + asset));
    }
}
