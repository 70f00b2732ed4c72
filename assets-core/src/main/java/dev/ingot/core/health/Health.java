package dev.ingot.core.health;

import dev.ingot.core.error.Diagnostic;
import java.util.List;

/**
 * What a check found.
 *
 * @param detail the state of the thing in a few words, such as its version
 * @param problems what is wrong; empty when all is well
 */
public record Health(String detail, List<Diagnostic> problems) {
    public Health {
        problems = List.copyOf(problems);
    }

    public static Health good(String detail) {
        return new Health(detail, List.of());
    }

    public static Health bad(String detail, Diagnostic problem) {
        return new Health(detail, List.of(problem));
    }
}
