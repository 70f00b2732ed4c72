package dev.ingot.cli.command;

import dev.ingot.cli.Console;
import dev.ingot.cli.text.Style;
import java.io.PrintWriter;
import java.util.List;

/** Prints named facts about one thing below each other. What is empty is left out. */
final class Facts {
    private static final int LABEL = 14;

    private final Console console;

    Facts(Console console) {
        this.console = console;
    }

    void title(String text) {
        console.out().println(console.style(console.out(), Style.STRONG, text));
    }

    void add(String name, String fact) {
        add(name, fact.isEmpty() ? List.of() : List.of(fact));
    }

    void add(String name, List<String> facts) {
        PrintWriter out = console.out();
        String label = name;
        for (String fact : facts) {
            out.println("  " + console.style(out, Style.FAINT, label + " ".repeat(LABEL - label.length())) + fact);
            label = "";
        }
    }
}
