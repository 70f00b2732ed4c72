package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.PlannedReason;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Tells a plan: as a table for people, or as one JSON document. */
public final class PlanReport {
    private PlanReport() {}

    /** The document that {@code plan -o json} prints. */
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

    /** The plan for people, and what to know before it runs. */
    public static void print(Plan plan, Console console, PrintWriter to) {
        plan.warnings().forEach(warning -> console.err().println("warning: " + warning));
        if (plan.isEmpty()) {
            to.println("Everything is fresh: " + Words.count(plan.fresh(), "asset") + ", nothing to do.");
            return;
        }
        to.println(Words.count(plan.steps().size(), "step") + " to run"
                + (plan.fresh() == 0 ? "" : ", " + Words.count(plan.fresh(), "asset") + " fresh") + ":");
        List<List<String>> rows = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            rows.add(List.of(
                    "  " + step.number(),
                    step.asset().toString(),
                    step.scope().text(),
                    step.expected().rows() == 0
                            ? ""
                            : "~" + Words.number(step.expected().rows()) + " rows",
                    step.why()));
        }
        Words.aligned(rows).forEach(to::println);
        to.println();
        to.flush();
    }
}
