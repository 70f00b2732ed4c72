package dev.ingot.cli;

import dev.ingot.cli.text.Style;
import dev.ingot.core.error.Diagnostic;
import java.io.PrintWriter;

/** How a diagnostic looks: a fact a line, the facts below each other. */
public final class DiagnosticText {
    private final Console console;

    public DiagnosticText(Console console) {
        this.console = console;
    }

    public void print(Diagnostic diagnostic) {
        PrintWriter err = console.err();
        String label = "error[" + diagnostic.code().id() + "]:";
        err.println(console.style(err, Style.BAD, label) + " " + console.style(err, Style.STRONG, diagnostic.what()));
        diagnostic.where().ifPresent(place -> fact("where:", place));
        diagnostic.why().ifPresent(cause -> fact("why:", cause));
        diagnostic.help().forEach(next -> fact("do:", next));
    }

    private void fact(String label, String text) {
        PrintWriter err = console.err();
        String shown = console.style(err, Style.FAINT, "%-7s".formatted(label));
        err.println("  " + shown + text.replaceAll("\\R", "\n         "));
    }
}
