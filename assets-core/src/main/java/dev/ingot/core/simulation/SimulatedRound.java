package dev.ingot.core.simulation;

import dev.ingot.core.engine.RetryPlan;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Only;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.run.RunWish;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Brings everything up to date once, through whatever happens. */
final class SimulatedRound {
    private final SimulatedWorld world;
    private final SimulatedProject project;
    private final Violations violations;
    private final RunStore runs;
    /** What will be in each slice. */
    private final long[][] truth;

    SimulatedRound(SimulatedWorld world) {
        this.world = world;
        this.project = world.project();
        this.violations = world.violations();
        this.runs = world.runs();
        this.truth = new Contents(project).everything();
    }

    void run(Disturbance disturbance) {
        world.failures(true);
        Plan plan = world.plan();
        RunReport report = disturbed(plan, disturbance);
        checkLeft(plan, report);
        for (int attempt = 1; report.run().status() != RunStatus.SUCCEEDED && attempt < 3; attempt++) {
            RunId failed = report.run().id();
            world.failures(attempt == 1);
            plan = RetryPlan.of(plan, runs.steps(failed));
            Inspector inspector = inspector(plan, Disturbance.NONE);
            report = world.run(plan, Optional.of(failed), inspector);
            inspector.check(report);
            violations.unless(
                    Invariant.ENDS,
                    runs.find(report.run().id())
                            .flatMap(run -> run.origin().retryOf())
                            .equals(Optional.of(failed)),
                    () -> "a run does not say what it tries again");
        }
        RunStatus end = report.run().status();
        violations.unless(
                Invariant.ENDS, end == RunStatus.SUCCEEDED, () -> "a retry without failures has " + end.text());
        checkDone();
        force();
    }

    private void checkDone() {
        violations.unless(
                Invariant.LEFT, world.plan().isEmpty(), () -> "something is planned after everything was done");
        checkContents();
    }

    /** Makes one asset again for no reason, which changes nothing. */
    private void force() {
        Node node = project.nodes().get(world.random().nextInt(project.nodes().size()));
        world.failures(false);
        Plan plan = world.forced(node.key());
        PartitionSet planned = of(slices(plan), node);
        violations.unless(
                Invariant.CHOSEN,
                planned.equals(node.keys()) && slices(plan).size() == 1,
                () -> "of " + node.key() + " only " + planned + " is planned when it is forced, or something else");
        Inspector inspector = inspector(plan, Disturbance.NONE);
        inspector.check(world.run(plan, Optional.empty(), inspector));
        checkDone();
    }

    private RunReport disturbed(Plan plan, Disturbance disturbance) {
        Inspector inspector = inspector(plan, disturbance);
        RunReport report;
        try {
            report = world.run(plan, Optional.empty(), inspector);
            inspector.check(report);
        } catch (SimulatedProcess.Death death) {
            world.process().begin();
            Run dead = runs.newest(1).get(0);
            violations.unless(
                    Invariant.ENDS, dead.status() == RunStatus.DIED, () -> "a killed run shows as " + dead.status());
            return resumed(dead.id(), plan);
        }
        return report.run().status() == RunStatus.PAUSED ? resumed(report.run().id(), plan) : report;
    }

    /** A process that stood still meanwhile wakes up while another one does its work. */
    private RunReport resumed(RunId run, Plan plan) {
        Inspector inspector = inspector(plan, Disturbance.AWAKENING);
        RunReport report = world.resume(run, plan, inspector);
        inspector.check(report);
        return report;
    }

    /** Watches a run, and disturbs it when some number of its steps have ended. */
    private Inspector inspector(Plan plan, Disturbance disturbance) {
        int moment = 1 + world.random().nextInt(Math.max(1, plan.steps().size()));
        return new Inspector(world, plan, moment, () -> disturb(disturbance));
    }

    private void disturb(Disturbance disturbance) {
        RunId run = runs.newest(1).get(0).id();
        switch (disturbance) {
            case NONE -> {}
            case PAUSE -> runs.ask(run, RunWish.PAUSE);
            case CANCELLATION -> runs.ask(run, RunWish.CANCEL);
            case DEATH -> world.process().kill();
            case STANDSTILL -> world.standStill();
            case AWAKENING -> world.wakeUp();
        }
    }

    /** What is planned again is nothing that was done, and everything that is not what it has to be. */
    private void checkLeft(Plan plan, RunReport report) {
        Map<Integer, PartitionSet> left = new HashMap<>();
        Set<Integer> done = new HashSet<>();
        for (StepState state : report.steps()) {
            if (state.status().isGood()) {
                done.add(state.id().number());
            }
        }
        plan.steps().stream().filter(step -> !done.contains(step.number())).forEach(step -> add(left, step));
        Map<Integer, PartitionSet> again = slices(world.plan());
        Map<Integer, PartitionSet> missing = slices(world.plan(Only.MISSING));
        world.failed().ifPresent(failed -> checkFailed(report, plan, again, slices(failed)));
        for (Node node : project.nodes()) {
            PartitionSet planned = of(again, node);
            violations.unless(
                    Invariant.LEFT,
                    of(left, node).containsAll(planned),
                    () -> node.key() + " is planned again at " + planned.minus(of(left, node)) + ", which was done");
            long[] content = world.tables().content(node);
            long[] wanted = truth[node.number()];
            PartitionSet never = of(missing, node);
            for (int ordinal = 0; ordinal < wanted.length; ordinal++) {
                int wrong = ordinal;
                violations.unless(
                        Invariant.CHOSEN,
                        (content[ordinal] == 0)
                                == never.contains(node.keys().space().key(ordinal)),
                        () -> node.key() + "@" + node.keys().space().key(wrong) + " is missing or planned as missing");
                if (content[ordinal] != wanted[ordinal]) {
                    violations.unless(
                            Invariant.LEFT,
                            planned.contains(node.keys().space().key(ordinal)),
                            () -> node.key() + "@" + node.keys().space().key(wrong)
                                    + " is not what it has to be, and not planned again");
                }
            }
        }
    }

    /** What has failed is planned again by itself, and nothing that need not be. */
    private void checkFailed(
            RunReport report, Plan plan, Map<Integer, PartitionSet> again, Map<Integer, PartitionSet> failed) {
        failed.forEach((number, planned) -> violations.unless(
                Invariant.CHOSEN,
                again.getOrDefault(number, PartitionSet.empty()).containsAll(planned),
                () -> "what is not stale is planned as failed"));
        Set<Integer> ended = new HashSet<>();
        report.steps().stream()
                .filter(state -> state.status() == StepStatus.FAILED)
                .forEach(state -> ended.add(state.id().number()));
        plan.steps().stream().filter(step -> ended.contains(step.number())).forEach(step -> {
            Node node = project.node(step.asset());
            PartitionSet expected = step.scope().partitions().intersect(of(again, node));
            violations.unless(
                    Invariant.CHOSEN,
                    of(failed, node).containsAll(expected),
                    () -> node.key() + "@" + expected + " has failed, and is not planned as failed");
        });
    }

    private Map<Integer, PartitionSet> slices(Plan plan) {
        Map<Integer, PartitionSet> slices = new HashMap<>();
        plan.steps().forEach(step -> add(slices, step));
        return slices;
    }

    private void add(Map<Integer, PartitionSet> slices, PlanStep step) {
        slices.merge(project.node(step.asset()).number(), step.scope().partitions(), PartitionSet::union);
    }

    private static PartitionSet of(Map<Integer, PartitionSet> slices, Node node) {
        return slices.getOrDefault(node.number(), PartitionSet.empty());
    }

    /** Every slice is what its definition says, and the ledger says so. */
    private void checkContents() {
        LedgerSnapshot ledger = world.state().ledger().snapshot();
        for (Node node : project.nodes()) {
            LedgerSlices slices = ledger.slices(node.key());
            long[] content = world.tables().content(node);
            for (int ordinal = 0; ordinal < content.length; ordinal++) {
                PartitionKey key = node.keys().space().key(ordinal);
                long wanted = truth[node.number()][ordinal];
                violations.unless(
                        Invariant.CONTENTS,
                        content[ordinal] == wanted,
                        () -> node.key() + "@" + key + " is not what its definition says");
                int row = slices.row(key);
                violations.unless(
                        Invariant.CONTENTS,
                        row >= 0 && slices.dataVersion(row).equals(Long.toHexString(wanted)),
                        () -> "the ledger does not know what is in " + node.key() + "@" + key);
            }
        }
    }
}
