package dev.ingot.cli.command.doctor;

import dev.ingot.cli.Console;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.text.Style;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.health.Health;
import dev.ingot.core.health.HealthCheck;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description = {
            "Look at everything that this project needs with the profile in force: a line each, and what to do.",
            "",
            "Exits with 3 when a service cannot be reached."
        },
        footer = {"", "Examples:", "  ingot doctor", "  ingot doctor --profile local", "  ingot doctor -o json"})
public final class DoctorCommand implements IngotCommand {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    private Console console;

    @Inject
    private Set<HealthCheck> checks;

    /** What {@code -o json} prints. */
    record Document(boolean healthy, List<Finding> checks) {}

    /** One check. */
    record Finding(String check, boolean good, String detail, List<Problem> problems) {}

    /** One thing that is wrong. */
    record Problem(String code, String what, Optional<String> where, Optional<String> why, List<String> help) {
        static Problem of(Diagnostic diagnostic) {
            return new Problem(
                    diagnostic.code().id(), diagnostic.what(), diagnostic.where(), diagnostic.why(), diagnostic.help());
        }
    }

    @Override
    public ExitCode run() throws InterruptedException {
        List<Finding> findings = new ArrayList<>();
        List<ExitCode> exits = new ArrayList<>();
        Examination examination = new Examination(PATIENCE);
        for (HealthCheck check :
                checks.stream().sorted(Comparator.comparing(HealthCheck::name)).toList()) {
            Health health = examination.of(check);
            health.problems().forEach(problem -> exits.add(problem.code().exit()));
            Finding finding = new Finding(
                    check.name(),
                    health.problems().isEmpty(),
                    health.detail(),
                    health.problems().stream().map(Problem::of).toList());
            findings.add(finding);
            tell(finding);
        }
        if (console.isJson()) {
            console.json(new Document(exits.isEmpty(), findings));
        }
        return ExitCode.strongest(exits);
    }

    private void tell(Finding finding) {
        if (console.isJson()) {
            return;
        }
        String mark = console.style(console.out(), finding.good() ? Style.GOOD : Style.BAD, finding.good() ? "✓" : "✗");
        console.out().println("%s %-13s %s".formatted(mark, finding.check(), finding.detail()));
        for (Problem problem : finding.problems()) {
            String why = problem.why()
                    .map(text -> ": " + text.replaceAll("\\R", " "))
                    .orElse("");
            console.out().println("    " + problem.what() + why);
            problem.help().forEach(next -> console.out().println("    do: " + next));
        }
        console.out().flush();
    }
}
