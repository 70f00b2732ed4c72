package dev.ingot.core.run;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.lease.MemoryLeaseStore;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reference implementation: everything in memory, gone with the process. */
public final class MemoryRunStore implements RunStore {
    private final NavigableMap<RunId, Recorded> runs = new TreeMap<>();
    private final Map<AssetKey, Map<PartitionKey, StepId>> failures = new TreeMap<>();
    private final MemoryLeaseStore leases = new MemoryLeaseStore(Clock.systemUTC());

    @Override
    public synchronized RunSession begin(Run run, List<StepState> steps, String plan) {
        Recorded begun = new Recorded(run, plan);
        steps.forEach(step -> begun.steps.put(step.id(), step));
        runs.put(run.id(), begun);
        return opened(begun);
    }

    @Override
    public synchronized RunSession resume(RunId id, String holder) {
        Recorded recorded = runs.get(id);
        if (recorded == null) {
            throw RunErrors.unknown(id.text(), List.of());
        }
        if (recorded.session != null || !seen(recorded).status().isResumable()) {
            throw RunErrors.notResumable(seen(recorded));
        }
        recorded.run = recorded.run.resumedBy(holder);
        recorded.wish = Optional.empty();
        return opened(recorded);
    }

    private Session opened(Recorded recorded) {
        Session session = new Session(recorded);
        recorded.session = session;
        leases.began(recorded.run.id(), recorded.run.title());
        return session;
    }

    @Override
    public LeaseStore leases() {
        return leases;
    }

    @Override
    public synchronized Optional<String> plan(RunId id) {
        return Optional.ofNullable(runs.get(id)).map(recorded -> recorded.plan).filter(plan -> !plan.isEmpty());
    }

    @Override
    public synchronized boolean ask(RunId id, RunWish wish) {
        Recorded recorded = runs.get(id);
        if (recorded == null || seen(recorded).status() != RunStatus.RUNNING) {
            return false;
        }
        recorded.wish = recorded.wish.filter(RunWish.CANCEL::equals).or(() -> Optional.of(wish));
        return true;
    }

    @Override
    public synchronized Failures failures() {
        return new Failures(failures);
    }

    private synchronized void failed(StepId step, AssetKey asset, PartitionSet slices) {
        Map<PartitionKey, StepId> known = failures.computeIfAbsent(asset, unused -> new TreeMap<>());
        slices.forEach(slice -> known.put(slice, step));
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id)).map(this::seen);
    }

    @Override
    public synchronized List<Run> newest(int limit) {
        return runs.descendingMap().values().stream()
                .limit(limit)
                .map(this::seen)
                .toList();
    }

    @Override
    public synchronized List<StepState> steps(RunId id) {
        Recorded recorded = runs.get(id);
        return recorded == null ? List.of() : List.copyOf(recorded.steps.values());
    }

    @Override
    public synchronized List<RunEvent> events(RunId id) {
        Recorded recorded = runs.get(id);
        return recorded == null ? List.of() : List.copyOf(recorded.events);
    }

    private Run seen(Recorded recorded) {
        boolean orphaned = recorded.run.status() == RunStatus.RUNNING && recorded.session == null;
        return orphaned ? recorded.run.died() : recorded.run;
    }

    private synchronized void record(Session session, RunEvent event) {
        Recorded recorded = session.recorded;
        if (recorded.session != session || recorded.run.status().isFinal()) {
            throw new IllegalStateException("run " + recorded.run.id() + " has ended");
        }
        recorded.events.add(event);
        event.step().ifPresent(step -> recorded.steps.put(step.id(), step));
        if (event.step().isEmpty() && event.status().isFinal()) {
            recorded.run = recorded.run.finished(event.status(), event.at(), event.message());
        }
    }

    private synchronized void close(Session session) {
        if (session.recorded.session == session) {
            session.recorded.session = null;
            leases.ended(session.recorded.run.id());
        }
    }

    /** Everything about one run. */
    private static final class Recorded {
        private final NavigableMap<StepId, StepState> steps = new TreeMap<>();
        private final List<RunEvent> events = new ArrayList<>();
        private final String plan;
        private Run run;
        private Optional<RunWish> wish = Optional.empty();
        private @Nullable Session session;

        Recorded(Run run, String plan) {
            this.run = run;
            this.plan = plan;
        }
    }

    private final class Session implements RunSession {
        private final Recorded recorded;

        Session(Recorded recorded) {
            this.recorded = recorded;
        }

        @Override
        public void record(RunEvent event) {
            MemoryRunStore.this.record(this, event);
        }

        @Override
        public Optional<RunWish> wish() {
            synchronized (MemoryRunStore.this) {
                return recorded.wish;
            }
        }

        @Override
        public void failed(StepId step, AssetKey asset, PartitionSet slices) {
            MemoryRunStore.this.failed(step, asset, slices);
        }

        @Override
        public void close() {
            MemoryRunStore.this.close(this);
        }
    }
}
