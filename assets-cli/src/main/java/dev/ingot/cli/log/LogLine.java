package dev.ingot.cli.log;

import dev.ingot.cli.text.Words;
import dev.ingot.core.event.RunEvent;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/** The form of Ingot's own lines in the log of a step, which is that of what log4j writes there. */
public final class LogLine {
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private LogLine() {}

    /** Something of one or more lines, without the last line's end. */
    static String of(Instant at, String level, String text) {
        return TIME.format(at) + " " + level + " ingot " + text;
    }

    /** How the state of a step changed; empty where that is no part of its story: before it began for the first time. */
    public static Optional<String> of(RunEvent event) {
        return event.step()
                .filter(step -> step.attempt() > 0)
                .map(step -> of(event.at(), level(step.status()), text(step)));
    }

    private static String level(StepStatus status) {
        return status.isFinal() && !status.isGood() ? "ERROR" : "INFO ";
    }

    /** When a line was written; empty for one that belongs to the line before. */
    public static Optional<Instant> at(String line) {
        int end = line.indexOf(' ');
        if (end < 0 || !Character.isDigit(line.charAt(0))) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(line.substring(0, end)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String text(StepState step) {
        String again = step.attempt() > 1 ? ", attempt " + step.attempt() : "";
        return switch (step.status()) {
            case RUNNING ->
                step.asset() + (step.partitions().isEmpty() ? "" : "@" + step.partitions()) + " begins" + again + ": "
                        + step.reason();
            case SUCCEEDED ->
                "succeeded: " + Words.count(step.rows(), "row") + ", " + Words.number(step.rejected()) + " rejected, "
                        + Words.size(step.written().bytes()) + " in " + Words.duration(step.duration());
            case PENDING -> step.message();
            default -> step.status().text() + (step.message().isEmpty() ? "" : ": " + step.message());
        };
    }
}
