package dev.ingot.core.error;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One failure told to its user: what failed, where, why, and what to do.
 *
 * @param code the stable code
 * @param what what failed, one sentence without a full stop
 * @param where asset, partition, file and line, or setting, if known
 * @param why the cause, if known
 * @param help what to do next, most likely remedy first
 */
public record Diagnostic(ErrorCode code, String what, Optional<String> where, Optional<String> why, List<String> help) {
    public Diagnostic {
        help = List.copyOf(help);
    }

    public static Diagnostic of(ErrorCode code, String what) {
        return new Diagnostic(code, what, Optional.empty(), Optional.empty(), List.of());
    }

    public Diagnostic at(@Nullable String place) {
        return new Diagnostic(code, what, Optional.ofNullable(place), why, help);
    }

    public Diagnostic because(@Nullable String cause) {
        return new Diagnostic(code, what, where, Optional.ofNullable(cause), help);
    }

    /** Adds one thing to do; null is ignored, so that a suggestion may be absent. */
    public Diagnostic help(@Nullable String next) {
        if (next == null) {
            return this;
        }
        List<String> longer = new ArrayList<>(help);
        longer.add(next);
        return new Diagnostic(code, what, where, why, longer);
    }

    /** The plain text form, one fact a line; further lines of a fact stand below its first. */
    public String text() {
        StringBuilder text = new StringBuilder(what);
        where.ifPresent(place -> append(text, "where: ", place));
        why.ifPresent(cause -> append(text, "why:   ", cause));
        help.forEach(next -> append(text, "do:    ", next));
        return text.toString();
    }

    private static void append(StringBuilder text, String label, String fact) {
        text.append("\n  ").append(label).append(fact.replace("\n", "\n         "));
    }
}
