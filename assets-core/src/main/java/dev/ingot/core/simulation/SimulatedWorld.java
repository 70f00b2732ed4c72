package dev.ingot.core.simulation;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Batching;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.engine.schedule.Pools;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.plan.Force;
import dev.ingot.core.plan.Only;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.selection.Selection;
import dev.ingot.core.simulation.keys.RandomKeys;
import dev.ingot.core.simulation.time.VirtualClock;
import dev.ingot.core.simulation.time.VirtualWorkers;
import dev.ingot.core.staleness.StateSources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The invented project with everything that works on it, and the time that this takes. */
final class SimulatedWorld {
    private static final Instant START = RandomKeys.FACTS.now();
    static final int PARALLELISM = 16;
    /** A pool with few places. */
    static final String FEW = "few";

    static final int PLACES = 2;

    /** Milliseconds that a step takes at most, and that those that may not take long are given at least. */
    static final int LONGEST = 60_000;

    static final int SHORTEST_TIMEOUT = 40_000;

    private final SimulatedProject project;
    private final Random random;
    private final Simulation.Options options;
    private final Violations violations = new Violations();
    private final VirtualClock clock = new VirtualClock(START);
    private final SimulatedProcess process = new SimulatedProcess();
    private final RunStore runs = new MortalRunStore(new MemoryRunStore(), process);
    private final Tables tables;
    private final SimulatedExecutor executor;
    private final StateSources state;
    private final Engine engine;
    private final Batching batching;

    private @Nullable VirtualWorkers workers;
    private List<Runnable> asleep = List.of();
    private boolean failing;
    private int runCount;
    private long steps;
    private int plans;
    private Duration planning = Duration.ZERO;
    private Duration longestPlan = Duration.ZERO;
    private Duration running = Duration.ZERO;

    SimulatedWorld(SimulatedProject project, Random random, Simulation.Options options) {
        this.project = project;
        this.random = random;
        this.options = options;
        tables = new Tables(project, violations);
        executor = new SimulatedExecutor(tables, random, process, violations);
        state = new StateSources(
                new SimulatedLedger(tables, process),
                runs,
                source -> Optional.of("v" + project.sourceVersion(source)),
                asset -> "c" + project.codeVersion(asset.key()),
                () -> RandomKeys.FACTS);
        engine = new Engine(List.of(executor), state, clock)
                .on(this::hire)
                .by(random::nextDouble)
                .within(new Pools(Map.of(FEW, PLACES)));
        int mean = options.partitions() / options.assets();
        batching = Batching.ofPartitions(2 + mean / 4 + random.nextInt(1 + mean));
    }

    private VirtualWorkers hire() {
        workers = new VirtualWorkers(clock, step -> duration());
        return workers;
    }

    /** Where nothing fails nothing is late, either. */
    private Duration duration() {
        steps++;
        return Duration.ofMillis(100 + random.nextInt(failing ? LONGEST : SHORTEST_TIMEOUT - 1000));
    }

    /** The process stops in the middle of what it does, and nobody hears of it any more. */
    void standStill() {
        asleep = Objects.requireNonNull(workers).standStill();
        process.kill();
    }

    /** The process that stood still goes on with what it was doing. */
    void wakeUp() {
        List<Runnable> woken = asleep;
        asleep = List.of();
        process.awaken(woken);
    }

    SimulatedProject project() {
        return project;
    }

    Random random() {
        return random;
    }

    Violations violations() {
        return violations;
    }

    SimulatedProcess process() {
        return process;
    }

    RunStore runs() {
        return runs;
    }

    Tables tables() {
        return tables;
    }

    StateSources state() {
        return state;
    }

    /** From now on attempts fail as often as was asked for, or never. */
    void failures(boolean fail) {
        failing = fail;
        executor.fail(fail ? options.fail() : 0);
    }

    /** Everything that is stale. */
    Plan plan() {
        return plan(Only.STALE);
    }

    /** What has failed; empty if that is refused, because something that it reads was never made. */
    Optional<Plan> failed() {
        try {
            return Optional.of(plan(Only.FAILED));
        } catch (IngotException e) {
            if (e.diagnostic().code() == ErrorCode.MISSING_UPSTREAM) {
                return Optional.empty();
            }
            throw e;
        }
    }

    Plan plan(Only only) {
        return plan(PlanRequest.builder().batching(batching).only(only).build());
    }

    /** All of one asset, although it is fresh. */
    Plan forced(AssetKey asset) {
        return plan(PlanRequest.builder()
                .batching(batching)
                .selection(Selection.parse(asset.toString()))
                .force(Force.CHOSEN)
                .build());
    }

    private Plan plan(PlanRequest request) {
        long begin = System.nanoTime();
        Plan plan = new Planner(project.graph(), state.read()).plan(request);
        Duration took = Duration.ofNanos(System.nanoTime() - begin);
        planning = planning.plus(took);
        longestPlan = took.compareTo(longestPlan) > 0 ? took : longestPlan;
        plans++;
        return plan;
    }

    RunReport run(Plan plan, Optional<RunId> retryOf, Inspector inspector) {
        return timed(() -> engine.run(request(plan, retryOf), inspector, new Cancellation()));
    }

    RunReport resume(RunId run, Plan plan, Inspector inspector) {
        executor.takenUp();
        return timed(() -> engine.resume(run, request(plan, Optional.empty()), inspector, new Cancellation()));
    }

    private Engine.Request request(Plan plan, Optional<RunId> retryOf) {
        RunOrigin origin = RunOrigin.of(RunKind.MATERIALIZE, "simulate", "simulation");
        return new Engine.Request(
                project.graph(), plan, "", retryOf.map(origin::retrying).orElse(origin), PARALLELISM);
    }

    private RunReport timed(Supplier<RunReport> run) {
        clock.advance(Duration.ofMinutes(1));
        runCount++;
        long begin = System.nanoTime();
        try {
            return run.get();
        } finally {
            running = running.plusNanos(System.nanoTime() - begin);
        }
    }

    Simulation.Report report() {
        return new Simulation.Report(
                options,
                runCount,
                steps,
                tables.slices(),
                plans,
                planning,
                longestPlan,
                running,
                Duration.between(START, clock.instant()),
                violations.looked(),
                violations.first());
    }
}
