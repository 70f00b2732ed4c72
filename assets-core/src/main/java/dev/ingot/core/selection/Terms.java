package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a filter means for one asset. Where only the source tells the keys, a range stays what it is; otherwise a key that is
 * named must exist, and a range must hold at least one.
 */
final class Terms {
    private final AssetKey asset;
    private final Partitioning partitioning;
    private final PartitionFacts facts;
    private final Optional<PartitionSet> stated;

    Terms(AssetKey asset, Partitioning partitioning, PartitionFacts facts) {
        this.asset = asset;
        this.partitioning = partitioning;
        this.facts = facts;
        this.stated = stated();
    }

    private Optional<PartitionSet> stated() {
        try {
            return partitioning.stated(facts);
        } catch (IngotException tooMany) {
            throw new IngotException(tooMany.diagnostic().at(asset.toString()), tooMany);
        }
    }

    PartitionFilter of(PartitionFilter filter) {
        List<Range> translated =
                filter.symbolic().stream().map(this::translated).toList();
        return PartitionFilter.of(translated);
    }

    private Range translated(Range written) {
        if (written.spans().size() != partitioning.columns().size()) {
            throw SelectionErrors.otherDimensions(asset, written, partitioning);
        }
        Range range = inItsOwnTimes(written);
        if (range.isSingle()) {
            checked(range.single());
        } else if (stated.map(known -> range.among(known).isEmpty()).orElse(false)) {
            throw SelectionErrors.outside(asset, range, partitioning);
        }
        return range;
    }

    private void checked(PartitionKey key) {
        try {
            partitioning.check(key, facts);
        } catch (IngotException noSuchPartition) {
            throw SelectionErrors.of(asset, noSuchPartition);
        }
    }

    /** A month that is asked for of days is its days. */
    private Range inItsOwnTimes(Range range) {
        List<Partitioning> dimensions = partitioning.dimensions();
        List<Span> spans = new ArrayList<>();
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            Span span = range.spans().get(dimension);
            spans.add(dimensions
                    .get(dimension)
                    .stated(facts)
                    .map(known -> Times.finer(span, known))
                    .orElse(span));
        }
        return new Range(spans);
    }
}
