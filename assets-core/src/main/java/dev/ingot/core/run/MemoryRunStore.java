package dev.ingot.core.run;

import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The reference implementation: everything in memory, gone with the process. */
public final class MemoryRunStore implements RunStore {
    private final TreeMap<RunId, Run> runs = new TreeMap<>();
    private final Map<RunId, TreeMap<StepId, StepState>> steps = new HashMap<>();
    private final Map<RunId, List<RunEvent>> events = new HashMap<>();
    private @Nullable RunId writer;

    @Override
    public synchronized RunSession begin(Run run, List<StepState> pending) {
        if (writer != null) {
            throw RunErrors.leaseHeld(runs.get(writer));
        }
        writer = run.id();
        runs.put(run.id(), run);
        events.put(run.id(), new ArrayList<>());
        TreeMap<StepId, StepState> byId = new TreeMap<>();
        pending.forEach(step -> byId.put(step.id(), step));
        steps.put(run.id(), byId);
        return new Session(run.id());
    }

    @Override
    public synchronized Optional<Run> find(RunId id) {
        return Optional.ofNullable(runs.get(id)).map(this::seen);
    }

    @Override
    public synchronized List<Run> newest(int limit) {
        return runs.values().stream()
                .sorted(Comparator.comparing(Run::id).reversed())
                .limit(limit)
                .map(this::seen)
                .toList();
    }

    @Override
    public synchronized List<StepState> steps(RunId id) {
        return List.copyOf(steps.getOrDefault(id, new TreeMap<>()).values());
    }

    @Override
    public synchronized List<RunEvent> events(RunId id) {
        return List.copyOf(events.getOrDefault(id, List.of()));
    }

    private Run seen(Run run) {
        return run.status() == RunStatus.RUNNING && !run.id().equals(writer) ? run.died() : run;
    }

    private synchronized void record(RunEvent event) {
        Run run = runs.get(event.run());
        if (run.status().isFinal()) {
            throw new IllegalStateException("run " + run.id() + " has ended");
        }
        events.get(event.run()).add(event);
        if (event.step().isPresent()) {
            steps.get(event.run()).put(event.step().get().id(), event.step().get());
        } else if (event.status().isFinal()) {
            runs.put(run.id(), run.finished(event.status(), event.at(), event.message()));
        }
    }

    private synchronized void release(RunId id) {
        if (id.equals(writer)) {
            writer = null;
        }
    }

    private final class Session implements RunSession {
        private final RunId run;

        Session(RunId run) {
            this.run = run;
        }

        @Override
        public void record(RunEvent event) {
            MemoryRunStore.this.record(event);
        }

        @Override
        public void close() {
            release(run);
        }
    }
}
