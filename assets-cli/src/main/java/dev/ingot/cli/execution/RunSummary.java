package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.DiagnosticText;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a run ended: a few lines for people, or one JSON document. */
public final class RunSummary {
    private final RunReport report;

    public RunSummary(RunReport report) {
        this.report = report;
    }

    /** The document that {@code materialize -o json} prints. */
    public Map<String, Object> json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("run", report.run().id().toString());
        root.put("status", report.run().status().text());
        root.put("seconds", duration().toMillis() / 1000.0);
        root.put("rows", report.rows());
        root.put("rejected", report.rejected());
        root.put("steps", report.steps().stream().map(RunSummary::step).toList());
        root.put("checks", report.checks());
        return root;
    }

    /** One step, as every document that has steps holds it. */
    public static Map<String, Object> step(StepState step) {
        Map<String, Object> node = new LinkedHashMap<>();
        node.put("step", step.id().toString());
        node.put("asset", step.asset().toString());
        node.put("partitions", step.partitions());
        node.put("reason", step.reason());
        node.put("status", step.status().text());
        node.put("rows", step.rows());
        node.put("rejected", step.rejected());
        node.put("seconds", step.duration().toMillis() / 1000.0);
        node.put("message", step.message());
        return node;
    }

    void print(Console console) {
        PrintWriter err = console.err();
        report.checks().forEach(check -> err.println(told(check)));
        report.failures()
                .forEach(failure ->
                        new DiagnosticText(console).print(failure.failure().diagnostic()));
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(report.count(StepStatus.SUCCEEDED), "asset") + " materialized");
        add(parts, StepStatus.UNCHANGED, "unchanged");
        add(parts, StepStatus.BLOCKED, "blocked by a check");
        add(parts, StepStatus.FAILED, "failed");
        add(parts, StepStatus.SKIPPED, "skipped");
        add(parts, StepStatus.CANCELLED, "cancelled");
        parts.add(Words.count(report.rows(), "row"));
        if (report.rejected() > 0) {
            parts.add(Words.number(report.rejected()) + " rejected");
        }
        parts.add(Words.duration(duration()));
        err.println();
        err.println("Run " + report.run().status().text() + ": " + String.join(", ", parts) + ".");
        if (report.count(StepStatus.CANCELLED) + report.count(StepStatus.FAILED) > 0) {
            err.println("What is committed stays; the next `ingot materialize` continues from there.");
        }
        err.flush();
    }

    private void add(List<String> parts, StepStatus status, String word) {
        if (report.count(status) > 0) {
            parts.add(Words.number(report.count(status)) + " " + word);
        }
    }

    private static String told(CheckResult check) {
        return (check.failed() ? "check failed: " : "warning: ") + check.name() + ": " + check.detail();
    }

    private Duration duration() {
        return Duration.between(
                report.run().startedAt(),
                report.run().finishedAt().orElse(report.run().startedAt()));
    }
}
