package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.DiagnosticText;
import dev.ingot.cli.text.Words;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How a run ended, in a few lines for people. */
final class RunSummary {
    private final RunReport report;

    RunSummary(RunReport report) {
        this.report = report;
    }

    void print(Console console) {
        PrintWriter err = console.err();
        report.checks().stream().filter(check -> !isExplained(check)).forEach(check -> err.println(told(check)));
        report.failures()
                .forEach(failure ->
                        new DiagnosticText(console).print(failure.failure().diagnostic()));
        List<String> parts = new ArrayList<>();
        parts.add(Words.count(report.count(StepStatus.SUCCEEDED), batched() ? "step" : "asset") + " materialized");
        add(parts, StepStatus.UNCHANGED, "unchanged");
        add(parts, StepStatus.BLOCKED, "blocked by a check");
        add(parts, StepStatus.FAILED, "failed");
        add(parts, StepStatus.SKIPPED, "skipped");
        add(parts, StepStatus.CANCELLED, "cancelled");
        add(parts, StepStatus.PENDING, "to do");
        parts.add(Words.count(report.rows(), "row"));
        if (report.rejected() > 0) {
            parts.add(Words.number(report.rejected()) + " rejected");
        }
        parts.add(Words.duration(duration(report.run())));
        err.println();
        err.println((report.run().origin().kind() == RunKind.BACKFILL ? "Backfill " : "Run ")
                + report.run().status().text() + ": " + String.join(", ", parts) + ".");
        next(err);
        err.flush();
    }

    private void next(PrintWriter err) {
        if (report.run().status() == RunStatus.PAUSED) {
            err.println("Go on with it: ingot runs resume " + report.run().id());
        } else if (report.count(StepStatus.CANCELLED) + report.count(StepStatus.FAILED) > 0) {
            err.println("What is committed stays; the next `ingot materialize` continues from there, "
                    + "`ingot runs retry " + report.run().id() + "` with what is left of this run.");
        }
    }

    private boolean batched() {
        return report.steps().stream().map(StepState::asset).distinct().count()
                < report.steps().size();
    }

    private void add(List<String> parts, StepStatus status, String word) {
        if (report.count(status) > 0) {
            parts.add(Words.number(report.count(status)) + " " + word);
        }
    }

    /** Whether a failure is about to say it, with where and what to do. */
    private boolean isExplained(CheckResult check) {
        return check.blocks()
                && report.failures().stream()
                        .map(failure -> failure.failure().diagnostic())
                        .anyMatch(diagnostic -> diagnostic.code().exit() == ExitCode.BLOCKED
                                && diagnostic.what().endsWith(" " + check.name()));
    }

    private static String told(CheckResult check) {
        return (check.failed() ? "check failed: " : "warning: ") + check.name() + ": " + check.detail();
    }

    static Duration duration(Run run) {
        return Duration.between(run.startedAt(), run.finishedAt().orElse(run.startedAt()));
    }
}
