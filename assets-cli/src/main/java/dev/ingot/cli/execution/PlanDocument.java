package dev.ingot.cli.execution;

import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.PlannedReason;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The document that {@code plan -o json} prints. */
public final class PlanDocument {
    private PlanDocument() {}

    public static Map<String, Object> json(Plan plan) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("fresh", plan.fresh());
        root.put("warnings", plan.warnings());
        root.put("steps", plan.steps().stream().map(step -> step(plan, step)).toList());
        return root;
    }

    private static Map<String, Object> step(Plan plan, PlanStep step) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("asset", step.asset().toString());
        node.put("partitions", step.scope().text());
        node.put(
                "reasons",
                step.reasons().stream()
                        .map(PlannedReason::reason)
                        .map(reason -> Map.of("kind", reason.kind().text(), "detail", reason.detail()))
                        .toList());
        node.put(
                "after",
                new TreeSet<>(step.after())
                        .stream()
                                .map(number ->
                                        plan.steps().get(number - 1).asset().toString())
                                .toList());
        node.put("rows_before", step.expected().rows());
        return node;
    }
}
