package dev.ingot.cli;

import dev.ingot.cli.text.Style;
import java.io.PrintWriter;
import java.util.List;

/** Prints named facts about one thing below each other. What is empty is left out. */
public final class Facts {
    private static final int LABEL = 14;

    private final Console console;

    public Facts(Console console) {
        this.console = console;
    }

    public void title(String text) {
        console.out().println(console.style(console.out(), Style.STRONG, text));
    }

    public void add(String name, String fact) {
        add(name, fact.isEmpty() ? List.of() : List.of(fact));
    }

    public void add(String name, List<String> facts) {
        PrintWriter out = console.out();
        String label = name;
        for (String fact : facts) {
            out.println("  " + console.style(out, Style.FAINT, label + " ".repeat(LABEL - label.length())) + fact);
            label = "";
        }
    }
}
