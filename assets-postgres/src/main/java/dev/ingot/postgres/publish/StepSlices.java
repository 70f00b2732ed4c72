package dev.ingot.postgres.publish;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The slices of a step: which are replaced, which of them are no more, and what to record of the others. */
final class StepSlices {
    private final StepContext context;
    private final AssetSpec spec;
    private final Map<PartitionKey, StagedSlice> staged;

    StepSlices(StepContext context, Map<PartitionKey, StagedSlice> staged) {
        this.context = context;
        this.spec = context.asset().spec();
        this.staged = staged;
    }

    /** All slices that the publishing is about, those included of which nothing was staged. */
    PartitionSet replaced() {
        return context.scope()
                .partitions()
                .filter(key -> !key.isWhole() || !partitioned())
                .union(PartitionSet.of(staged.keySet()));
    }

    /** Of these nothing was staged because they do not exist any more. */
    PartitionSet removed() {
        return replaced().filter(key -> !staged.containsKey(key) && !exists(key));
    }

    long rows() {
        return staged.values().stream().mapToLong(StagedSlice::rows).sum();
    }

    Materialization materialization(long transaction, Duration took) {
        List<Slice> slices = new ArrayList<>();
        replaced().minus(removed()).forEach(key -> slices.add(slice(key, staged.getOrDefault(key, StagedSlice.EMPTY))));
        if (context.scope().discover() && partitioned()) {
            StagedSlice all = staged.values().stream().reduce(StagedSlice.EMPTY, StagedSlice::plus);
            slices.add(slice(PartitionKey.whole(), all));
        }
        return new Materialization(
                context.step(),
                spec.key(),
                transaction,
                context.inputs().codeVersion(),
                context.inputs().at(),
                took,
                slices,
                removed());
    }

    private Slice slice(PartitionKey key, StagedSlice content) {
        return new Slice(
                key,
                content.dataVersion(),
                content.rows(),
                0,
                content.bytes(),
                context.inputs().of(key));
    }

    /** Empty slices exist where somebody says so: the definition, or the upstream asset whose partitions this one shares. */
    private boolean exists(PartitionKey key) {
        Optional<AssetKey> followed = Staleness.followed(spec);
        if (followed.isPresent()) {
            return context.inputs().ledger().partitions(followed.get(), true).contains(key);
        }
        return spec.partitioning()
                .stated(context.inputs().facts())
                .map(stated -> stated.contains(key))
                .orElse(false);
    }

    private boolean partitioned() {
        return spec.partitioning().isPartitioned();
    }
}
