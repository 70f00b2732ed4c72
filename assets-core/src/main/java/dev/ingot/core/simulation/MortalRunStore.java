package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.lease.LeaseStore;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Failures;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunWish;
import java.util.List;
import java.util.Optional;

/** A run store that cannot be reached by a process that is dead. */
record MortalRunStore(RunStore store, SimulatedProcess process) implements RunStore {
    @Override
    public RunSession begin(Run run, List<StepState> steps, String plan) {
        return mortal(store.begin(run, steps, plan));
    }

    @Override
    public RunSession resume(RunId id, String holder) {
        return mortal(store.resume(id, holder));
    }

    @Override
    public LeaseStore leases() {
        return store.leases();
    }

    @Override
    public Optional<String> plan(RunId id) {
        return store.plan(id);
    }

    @Override
    public boolean ask(RunId id, RunWish wish) {
        return store.ask(id, wish);
    }

    @Override
    public Failures failures() {
        return store.failures();
    }

    @Override
    public Optional<Run> find(RunId id) {
        return store.find(id);
    }

    @Override
    public List<Run> newest(int limit) {
        return store.newest(limit);
    }

    @Override
    public List<StepState> steps(RunId id) {
        return store.steps(id);
    }

    @Override
    public List<RunEvent> events(RunId id) {
        return store.events(id);
    }

    private RunSession mortal(RunSession session) {
        return new RunSession() {
            @Override
            public void record(RunEvent event) {
                process.checkAlive();
                session.record(event);
            }

            @Override
            public Optional<RunWish> wish() {
                process.checkAlive();
                return session.wish();
            }

            @Override
            public void failed(StepId step, AssetKey asset, PartitionSet slices) {
                process.checkAlive();
                session.failed(step, asset, slices);
            }

            /** A dead process gives its right back, too: the connection that held it breaks. */
            @Override
            public void close() {
                session.close();
            }
        };
    }
}
