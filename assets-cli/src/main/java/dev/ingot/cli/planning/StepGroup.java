package dev.ingot.cli.planning;

import dev.ingot.cli.text.Words;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.staleness.Reason;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Steps of one plan that are told in one line: all of one asset, or a single one. */
record StepGroup(List<PlanStep> steps) {
    private static final int REASONS = 3;

    /** The plan's steps by asset, in the order in which the assets begin. */
    static Collection<StepGroup> byAsset(Plan plan) {
        Map<AssetKey, List<PlanStep>> groups = new LinkedHashMap<>();
        plan.steps()
                .forEach(step -> groups.computeIfAbsent(step.asset(), unused -> new ArrayList<>())
                        .add(step));
        return groups.values().stream().map(StepGroup::new).toList();
    }

    static Collection<StepGroup> each(Plan plan) {
        return plan.steps().stream().map(step -> new StepGroup(List.of(step))).toList();
    }

    private PlanStep first() {
        return steps.get(0);
    }

    /** {@code 4}, {@code 4-8}, or {@code 4, …} where others lie between. */
    String numbers() {
        int from = first().number();
        int to = steps.get(steps.size() - 1).number();
        if (from == to) {
            return Integer.toString(from);
        }
        return to - from == steps.size() - 1 ? from + "-" + to : from + ", …";
    }

    AssetKey asset() {
        return first().asset();
    }

    /** Which slices, in a form that stays short. */
    String partitions() {
        if (first().scope().discover()) {
            return first().scope().text();
        }
        PartitionSet all = slices();
        return all.equals(PartitionSet.whole()) ? "" : Slices.text(all);
    }

    private PartitionSet slices() {
        return steps.stream().map(step -> step.scope().partitions()).reduce(PartitionSet.empty(), PartitionSet::union);
    }

    /** {@code 5 batches}, {@code batch 2 of 5}; empty where everything is one step. */
    String batches() {
        if (steps.size() > 1) {
            return Words.count(steps.size(), "batch");
        }
        return first().batch().isSingle() ? "" : "batch " + first().batch();
    }

    /** The reasons, each with the number of slices of which it is true where it is not true of all. */
    String why() {
        Map<Reason, PartitionSet> reasons = new TreeMap<>();
        steps.stream()
                .flatMap(step -> step.reasons().stream())
                .forEach(planned -> reasons.merge(planned.reason(), planned.partitions(), PartitionSet::union));
        int all = slices().size();
        List<String> texts = new ArrayList<>();
        reasons.forEach((reason, slices) -> texts.add(
                slices.size() >= all || first().scope().discover()
                        ? reason.toString()
                        : reason + " (" + Words.number(slices.size()) + ")"));
        int more = texts.size() - REASONS;
        return String.join("; ", more > 0 ? texts.subList(0, REASONS) : texts)
                + (more > 0 ? "; and " + Words.count(more, "more reason") : "");
    }

    Outlook outlook() {
        return Outlook.of(steps);
    }
}
