package dev.ingot.cli;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionSet;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Materializes without rows: ten good ones and one rejected a slice, of 2 KB, in three seconds, or so it says. What a test plants
 * for an asset happens first.
 */
public final class MemoryExecutor implements AssetExecutor {
    private final AtomicLong versions = new AtomicLong();
    private final Map<AssetKey, Callable<List<CheckResult>>> planted = new HashMap<>();
    private Runnable cancelled = () -> {};

    /** Runs this within the next steps of the asset: what it throws fails them, what it returns are their checks. */
    public void plant(AssetKey asset, Callable<List<CheckResult>> action) {
        planted.put(asset, action);
    }

    /** Runs this when a step is told to stop. */
    public void whenCancelled(Runnable action) {
        cancelled = action;
    }

    public void clear() {
        planted.clear();
    }

    @Override
    public boolean executes(Asset asset) {
        return asset.kind().equals("memory");
    }

    @Override
    public StepResult execute(StepContext context) throws Exception {
        context.signals().progress("picking");
        context.signals().onCancel(cancelled);
        var checks = planted.getOrDefault(context.asset().key(), List::of).call();
        long version = versions.incrementAndGet();
        PartitionSet scope = context.scope().partitions();
        PartitionSet stated = context.asset()
                .spec()
                .partitioning()
                .stated(context.inputs().facts())
                .orElse(scope);
        List<Slice> slices = scope.intersect(stated).stream()
                .map(key -> new Slice(
                        key, "v" + version, 10, 1, 2048, context.inputs().of(key)))
                .toList();
        Materialization done = new Materialization(
                context.step(),
                context.asset().key(),
                version,
                context.inputs().codeVersion(),
                context.inputs().at(),
                Duration.ofSeconds(3L * slices.size()),
                slices,
                scope.minus(stated));
        return new StepResult(done, checks);
    }

    @Override
    public Optional<Materialization> committed(Asset asset, StepId step) {
        return Optional.empty();
    }

    @Override
    public RowSample sample(SampleRequest request) {
        String partition = request.partition().map(Object::toString).orElse("all");
        String sort = request.staged().map("boskoop of "::concat).orElse("boskoop");
        List<List<?>> rows = List.of(List.of(sort, request.limit(), partition, request.rejected()));
        return new RowSample(List.of("sort", "weight", "year", "rejected"), rows);
    }
}
