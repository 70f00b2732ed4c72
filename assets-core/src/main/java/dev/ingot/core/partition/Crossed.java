package dev.ingot.core.partition;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A partition for each combination of the keys of several partitionings.
 *
 * @param dimensions none of them crossed or unpartitioned itself
 */
record Crossed(List<Partitioning> dimensions) implements Partitioning {
    Crossed {
        dimensions =
                dimensions.stream().flatMap(one -> one.dimensions().stream()).toList();
        List<String> columns = columnsOf(dimensions);
        if (dimensions.size() < 2 || columns.size() < dimensions.size()) {
            throw PartitionErrors.invalidDimensions(columns, "at least two are needed, each with a column");
        }
        if (new HashSet<>(columns).size() < columns.size()) {
            throw PartitionErrors.invalidDimensions(columns, "two of them have the same column");
        }
    }

    private static List<String> columnsOf(List<Partitioning> dimensions) {
        return dimensions.stream().flatMap(one -> one.columns().stream()).toList();
    }

    @Override
    public List<String> columns() {
        return columnsOf(dimensions);
    }

    @Override
    public boolean isDiscovered() {
        return dimensions.stream().anyMatch(Partitioning::isDiscovered);
    }

    @Override
    public Optional<PartitionSet> stated(PartitionFacts facts) {
        List<KeySpace> spaces = new ArrayList<>();
        for (Partitioning dimension : dimensions) {
            Optional<PartitionSet> keys = dimension.stated(facts);
            if (keys.isEmpty()) {
                return Optional.empty();
            }
            spaces.add(keys.get().toSpace());
        }
        return Optional.of(PartitionSet.all(new ProductKeys(spaces)));
    }

    @Override
    public boolean fits(PartitionKey key) {
        return key.values().size() == dimensions.size()
                && IntStream.range(0, dimensions.size())
                        .allMatch(dimension -> dimensions
                                .get(dimension)
                                .fits(PartitionKey.of(key.values().get(dimension))));
    }

    /** Value by value, so that a dimension that only the source tells does not keep the others from being checked. */
    @Override
    public PartitionKey check(PartitionKey key, PartitionFacts facts) {
        if (key.values().size() != dimensions.size()) {
            throw PartitionErrors.notInWindow(key, this);
        }
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            dimensions.get(dimension).check(PartitionKey.of(key.values().get(dimension)), facts);
        }
        return key;
    }

    @Override
    public String toString() {
        return dimensions.stream().map(Partitioning::toString).collect(joining(" x "));
    }
}
