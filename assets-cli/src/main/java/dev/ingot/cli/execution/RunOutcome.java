package dev.ingot.cli.execution;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.plan.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What {@code materialize -o json} prints.
 *
 * @param run the run's id; absent when nothing had to run
 * @param status how the run ended, or {@code fresh} when nothing had to run
 * @param fresh how many of the chosen assets needed nothing
 * @param seconds how long it took
 * @param rows good rows of all steps
 * @param rejected rejected rows of all steps
 * @param steps its steps, in the order of the plan
 * @param checks the checks that did not pass
 */
public record RunOutcome(
        Optional<String> run,
        String status,
        int fresh,
        Duration seconds,
        long rows,
        long rejected,
        List<StepDescription> steps,
        List<Check> checks) {

    /** A check that did not pass. */
    public record Check(String name, String severity, boolean blocking, String detail) {
        static Check of(CheckResult check) {
            String severity = check.severity().name().toLowerCase(Locale.ROOT);
            return new Check(check.name(), severity, check.blocking(), check.detail());
        }
    }

    /** Nothing had to run. */
    public static RunOutcome ofFresh(Plan plan) {
        return new RunOutcome(Optional.empty(), "fresh", plan.fresh(), Duration.ZERO, 0, 0, List.of(), List.of());
    }

    /** A plan has run. */
    public static RunOutcome of(Plan plan, RunReport report) {
        return new RunOutcome(
                Optional.of(report.run().id().toString()),
                report.run().status().text(),
                plan.fresh(),
                RunSummary.duration(report.run()),
                report.rows(),
                report.rejected(),
                report.steps().stream().map(StepDescription::of).toList(),
                report.checks().stream().map(Check::of).toList());
    }
}
