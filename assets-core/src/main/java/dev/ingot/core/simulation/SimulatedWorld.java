package dev.ingot.core.simulation;

import dev.ingot.core.asset.Batching;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunOrigin;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.staleness.StateSources;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** The invented project with everything that works on it, and the time that this takes. */
final class SimulatedWorld {
    private static final Instant START = RandomKeys.FACTS.now();
    private static final int PARALLELISM = 16;

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
    private final PlanRequest request;

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
        executor = new SimulatedExecutor(tables, random);
        state = new StateSources(
                new SimulatedLedger(tables, process),
                runs,
                source -> Optional.of("v" + project.sourceVersion(source)),
                asset -> "c" + project.codeVersion(asset.key()),
                () -> RandomKeys.FACTS);
        engine = new Engine(List.of(executor), state, clock)
                .on(() -> new VirtualWorkers(clock, step -> duration()))
                .by(random::nextDouble);
        int mean = options.partitions() / options.assets();
        request = PlanRequest.builder()
                .batching(Batching.ofPartitions(2 + mean / 4 + random.nextInt(1 + mean)))
                .build();
    }

    private Duration duration() {
        steps++;
        return Duration.ofMillis(100 + random.nextInt(60_000));
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
        executor.fail(fail ? options.fail() : 0);
    }

    /** Everything that is stale. */
    Plan plan() {
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
                violations.first());
    }
}
