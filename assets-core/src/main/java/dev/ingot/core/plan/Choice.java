package dev.ingot.core.plan;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Range;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.selection.SelectionContext;
import dev.ingot.core.staleness.Staleness;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Which partitions of which assets a request chooses. */
final class Choice {
    private final AssetGraph graph;
    private final Staleness staleness;
    private final PlanRequest request;
    private final Map<AssetKey, PartitionFilter> chosen;

    Choice(Staleness staleness, PlanRequest request) {
        this.graph = staleness.graph();
        this.staleness = staleness;
        this.request = request;
        this.chosen = chosen(SelectionContext.of(staleness));
    }

    private Map<AssetKey, PartitionFilter> chosen(SelectionContext context) {
        Selection selection = request.selection().orElseGet(Selection::all);
        // What was typed is not kept; what it prints as says the same.
        Map<AssetKey, PartitionFilter> selected = Selection.resolve(selection.toString(), context);
        if (request.partitions().isEverything()) {
            return selected;
        }
        Set<AssetKey> assets = selected.keySet();
        if (!assets.isEmpty() && assets.stream().noneMatch(this::isPartitioned)) {
            throw PlanErrors.nothingPartitioned(assets, request.partitions());
        }
        return new Selection.AtPartitions(selection, request.partitions()).resolve(context);
    }

    Set<AssetKey> assets() {
        return chosen.keySet();
    }

    /** Which partitions are chosen of an asset; empty if it is not chosen. */
    Optional<PartitionFilter> of(AssetKey asset) {
        return Optional.ofNullable(chosen.get(asset));
    }

    /** Which partitions may be planned of an asset that is not chosen itself; empty if it has none of those that are. */
    Optional<PartitionFilter> bounds(AssetKey asset) {
        AssetSpec spec = graph.spec(asset);
        // What it has is what the one has that it follows, whether it is known or not.
        return Staleness.followed(spec).isPresent()
                ? Optional.of(request.partitions())
                : request.partitions().boundsOf(spec.partitioning(), staleness.partitions(asset), staleness.facts());
    }

    private boolean isPartitioned(AssetKey asset) {
        return graph.spec(asset).partitioning().isPartitioned();
    }

    private Optional<String> marked(Range partitions) {
        return request.selection().flatMap(selection -> Selection.marked(selection.toString(), partitions));
    }

    /** Refuses partitions that do not exist, wherever it is settled which ones do. */
    void checkExist(Predicate<AssetKey> isOpen) {
        chosen.forEach((key, filter) -> {
            if (!filter.isEverything() && graph.spec(key).partitioning().isDiscovered() && !isOpen.test(key)) {
                PartitionSet known = staleness.partitions(key);
                List<Range> unknown = filter.without(known);
                if (!unknown.isEmpty()) {
                    throw PlanErrors.unknownPartition(key, unknown, known, marked(unknown.get(0)));
                }
            }
        });
    }
}
