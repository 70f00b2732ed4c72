package dev.ingot.cli.command.config;

import dev.ingot.cli.Console;
import dev.ingot.cli.DiagnosticText;
import dev.ingot.cli.IngotCommand;
import dev.ingot.cli.settings.SettingsCheck;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ExitCode;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;

@Command(
        name = "check",
        description = {
            "Check everything that is written in settings, of all profiles, without asking another machine.",
            "",
            "References to secrets in variables and files have to lead to something; those to Key Vault are checked by "
                    + "ingot doctor."
        },
        footer = {"", "Examples:", "  ingot config check", "  ingot config check --profile azure -o json"})
final class ConfigCheckCommand implements IngotCommand {
    @Inject
    private Console console;

    @Inject
    private SettingsCheck check;

    /** What {@code -o json} prints. */
    record Document(List<Problem> problems) {}

    /** One problem. */
    record Problem(String code, String what, Optional<String> where, Optional<String> why, List<String> help) {
        static Problem of(Diagnostic diagnostic) {
            return new Problem(
                    diagnostic.code().id(), diagnostic.what(), diagnostic.where(), diagnostic.why(), diagnostic.help());
        }
    }

    @Override
    public ExitCode run() {
        List<Diagnostic> problems = check.offline();
        if (console.isJson()) {
            console.json(new Document(problems.stream().map(Problem::of).toList()));
        } else if (problems.isEmpty()) {
            console.say("The settings are in order.");
        } else {
            DiagnosticText text = new DiagnosticText(console);
            problems.forEach(text::print);
        }
        return ExitCode.strongest(
                problems.stream().map(problem -> problem.code().exit()).toList());
    }
}
