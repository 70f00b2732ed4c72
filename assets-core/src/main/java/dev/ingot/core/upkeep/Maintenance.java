package dev.ingot.core.upkeep;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.LeaseErrors;
import dev.ingot.core.lease.LeaseRequest;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunStore.RunSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Tidies up a project, as runs of a kind of their own. Thread-safe. */
public final class Maintenance {
    private final AssetGraph graph;
    private final Set<Upkeep> kinds;
    private final Engine engine;
    private final RunStore runs;
    private final Clock clock;

    /**
     * The house-keeping of a project.
     *
     * @param kinds tidies up in each kind of store
     * @param engine fences off who stood still for longer than a lease lasts
     * @param runs where runs are recorded, and which of them live
     */
    public Maintenance(AssetGraph graph, Set<Upkeep> kinds, Engine engine, RunStore runs, Clock clock) {
        this.graph = graph;
        this.kinds = Set.copyOf(kinds);
        this.engine = engine;
        this.runs = runs;
        this.clock = clock;
    }

    /**
     * What is worth doing now, asset by asset. Changes nothing. What a live run may still read stays, however short the retention.
     *
     * @param chosen in which assets
     * @param retention how long what nobody needs any more is kept for readers, and for going back
     */
    public List<Chore> plan(Collection<AssetKey> chosen, Duration retention) {
        List<Asset> assets =
                graph.keys().stream().filter(chosen::contains).map(graph::asset).toList();
        UpkeepRules rules = new UpkeepRules(cutoff(retention), this::isLive);
        List<Chore> chores = new ArrayList<>();
        kinds.forEach(kind -> chores.addAll(kind.chores(assets, rules)));
        return chores;
    }

    private Instant cutoff(Duration retention) {
        Instant cutoff = clock.instant().minus(retention);
        return runs.live().stream()
                .map(Run::startedAt)
                .filter(begun -> begun.isBefore(cutoff))
                .min(Comparator.naturalOrder())
                .orElse(cutoff);
    }

    private boolean isLive(RunId run) {
        return runs.find(run).map(Run::status).filter(RunStatus.RUNNING::equals).isPresent();
    }

    /**
     * Does the chores one after the other, each with the lease of its asset; one that fails, because another run is writing to that
     * asset, or for whatever other reason, keeps no other from being done.
     *
     * @param told told of every change
     * @return how it ended, and each step
     */
    public Done run(List<Chore> chores, RunOrigin origin, Consumer<StepState> told, Cancellation cancellation) {
        Run run = Run.begun(RunId.create(clock), origin, clock.instant());
        List<StepState> steps = new ArrayList<>();
        for (Chore chore : chores) {
            StepId id = new StepId(run.id(), steps.size() + 1);
            steps.add(StepState.pending(id, chore.asset(), "", chore.what()));
        }
        try (RunSession session = runs.begin(run, steps)) {
            for (int number = 0; number < steps.size(); number++) {
                StepState step = steps.get(number);
                if (!cancellation.isCancelled()) {
                    step = step.started(clock.instant());
                    record(session, step, told);
                }
                step = done(chores.get(number), step, cancellation);
                record(session, step, told);
                steps.set(number, step);
            }
            Run ended = run.finished(status(steps), clock.instant(), message(steps));
            session.record(RunEvent.ofRun(run.id(), clock.instant(), ended.status(), ended.message()));
            return new Done(ended, List.copyOf(steps));
        }
    }

    /**
     * How it went.
     *
     * @param run the run as it ended
     * @param steps a step for each chore
     */
    public record Done(Run run, List<StepState> steps) {}

    private StepState done(Chore chore, StepState step, Cancellation cancellation) {
        Instant begun = clock.instant();
        if (cancellation.isCancelled()) {
            return step.finished(StepStatus.CANCELLED, begun, "");
        }
        try {
            work(chore, step.id());
            return step.finished(StepStatus.SUCCEEDED, clock.instant(), "");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return step.finished(StepStatus.CANCELLED, clock.instant(), "");
        } catch (Exception e) {
            String why = e instanceof IngotException known
                    ? known.diagnostic().text()
                    : e.getClass().getSimpleName() + ": " + e.getMessage();
            return step.finished(StepStatus.FAILED, clock.instant(), why);
        }
    }

    private void work(Chore chore, StepId step) throws Exception {
        Grant grant = runs.leases().acquire(LeaseRequest.of(step, chore.asset(), PartitionSet.whole()));
        if (grant instanceof Grant.Held held) {
            throw LeaseErrors.held(held);
        }
        if (!(grant instanceof Grant.Granted granted)) {
            throw new IllegalStateException("no pool was asked for: " + grant);
        }
        try {
            if (!granted.over().isEmpty()) {
                Asset asset = graph.asset(chore.asset());
                engine.executor(asset).fence(asset, granted);
            }
            chore.work().run();
        } finally {
            runs.leases().release(granted.lease());
        }
    }

    private static void record(RunSession session, StepState step, Consumer<StepState> told) {
        Instant at = step.finishedAt().or(step::startedAt).orElseThrow();
        session.record(RunEvent.ofStep(step.id().run(), at, step));
        told.accept(step);
    }

    private static RunStatus status(List<StepState> steps) {
        if (steps.stream().anyMatch(step -> step.status() == StepStatus.CANCELLED)) {
            return RunStatus.CANCELLED;
        }
        return steps.stream().allMatch(step -> step.status().isGood()) ? RunStatus.SUCCEEDED : RunStatus.FAILED;
    }

    private static String message(List<StepState> steps) {
        long good = steps.stream().filter(step -> step.status().isGood()).count();
        return good + " of " + steps.size() + " steps done";
    }
}
