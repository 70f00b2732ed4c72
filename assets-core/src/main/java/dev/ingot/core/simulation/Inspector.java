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
    private final Map<Integer, PlanStep> steps = new HashMap<>();
    private final Runnable moment;
    private int untilMoment;

    /** By asset, the slices that are planned and have not come about, for whatever reason. */
    private final Map<Integer, PartitionSet> lacking = new HashMap<>();

    private final BitSet running = new BitSet();

    /**
     * Watches one run.
     *
     * @param moment what to do when so many steps have ended
     */
    Inspector(SimulatedProject project, Violations violations, Plan plan, int untilMoment, Runnable moment) {
        this.project = project;
        this.violations = violations;
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
        if (state.status() == StepStatus.RUNNING) {
            violations.unless(!running.get(node.number()), () -> "two steps at once write to " + node.key());
            running.set(node.number());
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

    private void checkThere(PlanStep step, Node node, Node.Input input) {
        PartitionSet lacks = lacking.getOrDefault(input.upstream(), PartitionSet.empty());
        violations.unless(
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
