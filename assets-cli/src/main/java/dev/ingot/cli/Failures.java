package dev.ingot.cli;

import dev.ingot.cli.text.Style;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.Suggestions;
import java.io.PrintWriter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns whatever a command threw into a text for its user and an exit code: the only place that does. */
final class Failures {
    private final Console console;
    private final GlobalOptions options;
    private final BugReport report;

    Failures(Console console, GlobalOptions options, BugReport report) {
        this.console = console;
        this.options = options;
        this.report = report;
    }

    /** A command was used wrongly. */
    int usage(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        Diagnostic diagnostic =
                Diagnostic.of(ErrorCode.INVALID_ARGUMENT, firstLine(String.valueOf(failure.getMessage())));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            diagnostic = diagnostic.help(nearest(unmatched.getUnmatched().get(0), command));
        }
        String name = command.getCommandSpec().qualifiedName();
        return tell(diagnostic.help("see how it is used: " + name + " --help"), failure);
    }

    private static @Nullable String nearest(String word, CommandLine command) {
        boolean option = word.startsWith("-");
        return Suggestions.sentence(
                option ? word.split("=", 2)[0] : word,
                option
                        ? command.getCommandSpec().optionsMap().keySet()
                        : command.getSubcommands().keySet());
    }

    /** A command failed. */
    int failed(Throwable failure) {
        return told(failure)
                .map(known -> tell(known.diagnostic(), failure))
                .orElseGet(() -> tell(report.write(failure), failure));
    }

    private int tell(Diagnostic diagnostic, Throwable failure) {
        new DiagnosticText(console).print(diagnostic);
        if (options.stacktrace()) {
            PrintWriter err = console.err();
            err.println(console.style(err, Style.FAINT, "stack trace:"));
            failure.printStackTrace(err);
        }
        return exit(diagnostic).status();
    }

    private static ExitCode exit(Diagnostic diagnostic) {
        return diagnostic.code().exit();
    }

    /** The first failure along the causes that was made for the user; what wraps it says nothing more. */
    static Optional<IngotException> told(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof IngotException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse(text);
    }
}
