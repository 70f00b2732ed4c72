package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Range;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The failures of planning. */
final class PlanErrors {
    private PlanErrors() {}

    static IngotException missingUpstream(AssetKey key, Collection<AssetKey> missing) {
        return new IngotException(
                Diagnostic.of(ErrorCode.MISSING_UPSTREAM, "An input of " + key + " was never materialized")
                        .at(String.join(", ", texts(missing)))
                        .help("materialize it with all that it needs: ingot materialize +" + key));
    }

    /** No command makes what the definition does not state yet. */
    static IngotException emptyUpstream(AssetKey key, AssetSpec input) {
        List<Partitioning> dimensions = input.partitioning().dimensions();
        boolean added = dimensions.stream().anyMatch(Partitioning.Dynamic.class::isInstance);
        boolean windows = dimensions.stream().anyMatch(TimeWindows.class::isInstance);
        return new IngotException(
                Diagnostic.of(ErrorCode.MISSING_UPSTREAM, "An input of " + key + " has no partition yet")
                        .at(input.key().toString())
                        .because("it is partitioned " + input.partitioning())
                        .help(added ? "add a key: ingot partitions add " + input.key() + " NAME" : null)
                        .help(windows ? "wait until the first window has ended" : null));
    }

    static IngotException missingPartitions(AssetKey key, Map<AssetKey, PartitionSet> missing) {
        List<String> places = new ArrayList<>();
        missing.forEach((input, slices) ->
                places.add(slices.contains(PartitionKey.whole()) ? "" + input : input + " at " + slices));
        return new IngotException(
                Diagnostic.of(ErrorCode.MISSING_UPSTREAM, key + " needs partitions that were never materialized")
                        .at(String.join(", ", places))
                        .help("materialize it with all that it needs: ingot materialize +" + key)
                        .help("or read what there is: --allow-missing"));
    }

    static IngotException nothingLanded(Collection<String> sources) {
        return new IngotException(Diagnostic.of(ErrorCode.NOTHING_LANDED, "There is nothing to read yet")
                .at("landing zone: " + String.join(", ", sources))
                .because("no such file has landed")
                .help("load a MovieLens archive: ingot dataset load PATH")
                .help("or try it on generated data: ingot demo"));
    }

    static IngotException unknownPartition(
            AssetKey key, List<Range> unknown, PartitionSet known, Optional<String> place) {
        List<String> names = known.stream().map(PartitionKey::toString).toList();
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, key + " has no partition " + PartitionFilter.of(unknown))
                        .at(place.orElse(null))
                        .because("its partitions are " + known)
                        .help(Suggestions.sentence(unknown.get(0).toString(), names))
                        .help("see them with: ingot partitions " + key));
    }

    static IngotException nothingPartitioned(Collection<AssetKey> chosen, PartitionFilter partitions) {
        return new IngotException(
                Diagnostic.of(ErrorCode.UNKNOWN_PARTITION, "None of the chosen assets has a partition " + partitions)
                        .at(String.join(", ", texts(chosen)))
                        .because("they are not partitioned")
                        .help("leave --partitions out"));
    }

    private static List<String> texts(Collection<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
