package dev.ingot.core.testing;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.Staleness;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Commits without computing: a slice's content is what it was made from, unless it is told to be constant. */
public final class PretendExecutor implements AssetExecutor {
    /** What else an asset does when it is materialized. */
    @FunctionalInterface
    public interface Behaviour {
        StepResult execute(StepContext context, PretendExecutor executor) throws Exception;
    }

    public final Map<AssetKey, PartitionSet> present = new ConcurrentHashMap<>();
    public final Map<AssetKey, Behaviour> behaviours = new ConcurrentHashMap<>();
    public final Set<AssetKey> constant = ConcurrentHashMap.newKeySet();
    /** How big each slice of an asset turns out to be; not known of the others. */
    public final Map<AssetKey, Long> bytes = new ConcurrentHashMap<>();

    public final List<StepContext> executed = new CopyOnWriteArrayList<>();
    /** Where calls to fence off former holders are noted. */
    public List<Lease> fences = new CopyOnWriteArrayList<>();
    /** Whether the tables cannot be asked for commits. */
    public volatile boolean unreadable;

    private final Map<StepId, Materialization> commits = new ConcurrentHashMap<>();
    private final AtomicLong versions = new AtomicLong();

    @Override
    public boolean executes(Asset asset) {
        return asset.kind().equals("fake");
    }

    @Override
    public StepResult execute(StepContext context) throws Exception {
        executed.add(context);
        Behaviour behaviour = behaviours.get(context.asset().key());
        return behaviour == null ? StepResult.of(commit(context)) : behaviour.execute(context, this);
    }

    /** Commits what the scope says. */
    public Materialization commit(StepContext context) {
        AssetSpec spec = context.asset().spec();
        LedgerSnapshot ledger = context.inputs().ledger();
        PartitionSet held = present.getOrDefault(spec.key(), PartitionSet.empty());
        PartitionSet before = ledger.partitions(spec.key(), spec.partitioning().isPartitioned());
        PartitionSet asked = context.scope().discover()
                ? held.union(before)
                : context.scope().partitions();
        asked = asked.filter(context.scope()::contains);
        PartitionSet made = asked.filter(partition -> exists(context, partition, held));
        List<Slice> slices = new ArrayList<>();
        made.forEach(partition -> slices.add(slice(context, partition)));
        if (context.scope().discoversAll()) {
            slices.add(slice(context, PartitionKey.whole()));
        }
        Materialization done = new Materialization(
                context.step(),
                spec.key(),
                versions.incrementAndGet(),
                context.inputs().codeVersion(),
                context.inputs().at(),
                slices,
                asked.minus(made));
        commits.put(done.step(), done);
        return done;
    }

    private static boolean exists(StepContext context, PartitionKey partition, PartitionSet held) {
        AssetSpec spec = context.asset().spec();
        LedgerSnapshot ledger = context.inputs().ledger();
        return spec.partitioning()
                .stated(context.inputs().facts())
                .map(all -> all.contains(partition))
                .or(() -> Staleness.followed(spec)
                        .map(upstream -> ledger.entry(upstream, partition).isPresent()))
                .orElseGet(() -> held.contains(partition));
    }

    private Slice slice(StepContext context, PartitionKey partition) {
        Map<String, String> inputs = context.inputs().of(partition);
        String version = constant.contains(context.asset().key())
                ? "constant"
                : Integer.toHexString(
                        (partition + "=" + inputs + context.inputs().codeVersion()).hashCode());
        return new Slice(
                partition, version, 10, 1, bytes.getOrDefault(context.asset().key(), 0L), inputs);
    }

    @Override
    public void fence(Asset asset, Grant.Granted granted) {
        fences.add(granted.lease());
    }

    @Override
    public Optional<Materialization> committed(Asset asset, StepId step) {
        if (unreadable) {
            throw new IllegalStateException("the table cannot be read");
        }
        return Optional.ofNullable(commits.get(step));
    }

    /** As if a process had committed this and died. */
    public void committed(Materialization done) {
        commits.put(done.step(), done);
    }

    @Override
    public RowSample sample(SampleRequest request) {
        return new RowSample(List.of(), List.of());
    }
}
