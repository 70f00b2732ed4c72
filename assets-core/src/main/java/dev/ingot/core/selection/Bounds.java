package dev.ingot.core.selection;

import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What partitions that are named of some assets mean for one that reads them. In its own terms where it has some; where it goes by
 * other things, or by coarser times, they mean nothing to it and its mapping alone decides.
 */
final class Bounds {
    private final Partitioning partitioning;
    private final PartitionSet known;
    private final PartitionFacts facts;

    Bounds(Partitioning partitioning, PartitionSet known, PartitionFacts facts) {
        this.partitioning = partitioning;
        this.known = known;
        this.facts = facts;
    }

    /** Everything where only the mapping can tell; empty if all that is named lies outside of the asset's times. */
    Optional<PartitionFilter> of(List<Range> named) {
        return named.stream().flatMap(range -> of(range).stream()).reduce(PartitionFilter::or);
    }

    private Optional<PartitionFilter> of(Range named) {
        List<Partitioning> dimensions = partitioning.dimensions();
        if (named.spans().size() != dimensions.size()) {
            return Optional.of(PartitionFilter.everything());
        }
        List<Span> spans = new ArrayList<>();
        boolean outside = false;
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            PartitionSet values = values(dimensions.get(dimension));
            Span span = Times.finer(named.spans().get(dimension), values);
            boolean none =
                    !span.isAny() && values.range(span.first(), span.last()).isEmpty();
            if (values.isEmpty() || Times.isFiner(span, values) || none && !Times.isTime(span, values)) {
                return Optional.of(PartitionFilter.everything());
            }
            // Only its source knows what else there is.
            outside |= none && !dimensions.get(dimension).isDiscovered();
            spans.add(span);
        }
        return outside ? Optional.empty() : Optional.of(PartitionFilter.of(List.of(new Range(spans))));
    }

    private PartitionSet values(Partitioning dimension) {
        PartitionSet single = partitioning.dimensions().size() == 1 ? known : PartitionSet.empty();
        return dimension.stated(facts).orElse(single);
    }
}
