package dev.ingot.core.simulation;

import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Run;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Watches a run step by step, and tells what must not be. Reckons with slices, where the engine reckons with steps. */
final class Inspector implements RunListener {
    private final SimulatedProject project;
    private final Violations violations;
    private final Tables tables;
    private final Map<Integer, PlanStep> steps = new HashMap<>();
    private final Runnable moment;
    private int untilMoment;

    /** By asset, the slices that are planned and have not come about, for whatever reason. */
    private final Map<Integer, PartitionSet> lacking = new HashMap<>();

    private final BitSet running = new BitSet();
    private final BitSet good = new BitSet();

    /**
     * Watches one run.
     *
     * @param moment what to do when so many steps have ended
     */
    Inspector(SimulatedWorld world, Plan plan, int untilMoment, Runnable moment) {
        this.project = world.project();
        this.violations = world.violations();
        this.tables = world.tables();
        this.untilMoment = untilMoment;
        this.moment = moment;
        plan.steps().forEach(step -> steps.put(step.number(), step));
    }

    @Override
    public void runStarted(Run run, List<StepState> states) {
        for (StepState state : states) {
            if (!state.status().isGood()) {
                PlanStep step = step(state);
                lacking.merge(node(step).number(), step.scope().partitions(), PartitionSet::union);
            }
        }
    }

    @Override
    public void stepChanged(StepState state) {
        PlanStep step = step(state);
        Node node = node(step);
        checkAttempts(state, node);
        if (state.status() == StepStatus.RUNNING && step.forced()) {
            tables.mayRepeat(node, step.scope().partitions());
        }
        if (state.status() == StepStatus.FAILED || (state.status() == StepStatus.PENDING && state.attempt() > 0)) {
            tables.mayRepeat(node, step.scope().partitions());
        }
        if (state.status() == StepStatus.PENDING) {
            running.clear(node.number());
            return;
        }
        if (state.status() == StepStatus.RUNNING) {
            violations.unless(
                    Invariant.ORDER, !running.get(node.number()), () -> "two steps at once write to " + node.key());
            running.set(node.number());
            checkPlaces();
            node.inputs().forEach(input -> checkThere(step, node, input));
            return;
        }
        if (state.startedAt().isPresent()) {
            running.clear(node.number());
        }
        if (state.status().isGood()) {
            lacking.computeIfPresent(
                    node.number(), (any, slices) -> slices.minus(step.scope().partitions()));
        }
        if (--untilMoment == 0) {
            moment.run();
        }
    }

    /** No attempt after success, and none that the definition does not allow. */
    private void checkAttempts(StepState state, Node node) {
        violations.unless(
                Invariant.ATTEMPTS,
                !good.get(state.id().number()),
                () -> "step " + state.id().number() + " goes on though it is done");
        good.set(state.id().number(), state.status().isGood());
        int allowed = node.spec().policy().retry().attempts();
        violations.unless(
                Invariant.ATTEMPTS,
                state.attempt() <= allowed,
                () -> node.key() + " is begun " + state.attempt() + " times, and " + allowed + " are allowed");
    }

    /** What waits holds neither a worker nor a place. */
    private void checkPlaces() {
        violations.unless(
                Invariant.WORKERS,
                running.cardinality() <= SimulatedWorld.PARALLELISM,
                () -> "more steps run than there are workers");
        long few = running.stream()
                .filter(number ->
                        project.nodes().get(number).spec().policy().pools().contains(SimulatedWorld.FEW))
                .count();
        violations.unless(
                Invariant.POOLS, few <= SimulatedWorld.PLACES, () -> few + " steps are in a pool with fewer places");
    }

    private void checkThere(PlanStep step, Node node, Node.Input input) {
        PartitionSet lacks = lacking.getOrDefault(input.upstream(), PartitionSet.empty());
        violations.unless(
                Invariant.ORDER,
                lacks.isEmpty()
                        || !input.mapping()
                                .upstreamOf(step.scope().partitions(), input.sides())
                                .intersects(lacks),
                () -> "step " + step.number() + " for " + node.key() + " begins before what it needs");
    }

    /** Looks at how everything ended. */
    void check(RunReport report) {
        Map<Integer, StepStatus> ends = new HashMap<>();
        report.steps().forEach(state -> ends.put(state.id().number(), state.status()));
        ends.forEach(
                (number, end) -> check(report.run().status(), Objects.requireNonNull(steps.get(number)), end, ends));
    }

    private void check(RunStatus run, PlanStep step, StepStatus end, Map<Integer, StepStatus> ends) {
        boolean obstacle = step.after().stream()
                .filter(before -> !step(before).asset().equals(step.asset()))
                .map(ends::get)
                .anyMatch(before -> before == StepStatus.FAILED || before == StepStatus.SKIPPED);
        boolean right = switch (end) {
            case SUCCEEDED, UNCHANGED, FAILED -> !obstacle;
            case SKIPPED -> obstacle;
            case PENDING -> run == RunStatus.PAUSED && !obstacle;
            case CANCELLED -> run == RunStatus.CANCELLED;
            case RUNNING, BLOCKED -> false;
        };
        violations.unless(
                Invariant.ENDS,
                right,
                () -> "in a run that " + run.text() + ", step " + step.number() + " for " + step.asset() + " ends "
                        + end.text() + (obstacle ? " though" : ", and nothing") + " that it needs failed");
    }

    private PlanStep step(StepState state) {
        return step(state.id().number());
    }

    private PlanStep step(int number) {
        return Objects.requireNonNull(steps.get(number));
    }

    private Node node(PlanStep step) {
        return project.node(step.asset());
    }
}
