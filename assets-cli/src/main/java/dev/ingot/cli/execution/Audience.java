package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.Interruption;
import dev.ingot.cli.log.RunLogging;
import dev.ingot.cli.progress.Pace;
import dev.ingot.cli.progress.RunProgress;
import dev.ingot.cli.progress.SilentProgress;
import dev.ingot.cli.progress.TextProgress;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;

/** Who watches a run: the console and the logs of the steps, which follow it, and its user, who may interrupt it. */
final class Audience {
    private final Console console;
    private final RunLogging logging;
    private final Interruption interruption;
    private final Clock clock;

    @Inject
    Audience(Console console, RunLogging logging, Interruption interruption, Clock clock) {
        this.console = console;
        this.logging = logging;
        this.interruption = interruption;
        this.clock = clock;
    }

    /** Lets a run be followed to its end, and sums it up. */
    RunReport follow(Pace pace, BiFunction<RunListener, Cancellation, RunReport> work) {
        interruption.stopsInOrder();
        RunProgress progress = progress(pace);
        RunReport report;
        try (progress) {
            interruption.speaks(progress::note);
            report = work.apply(new Followers(List.of(progress, logging)), interruption.cancellation());
        } finally {
            interruption.speaks(console.err()::println);
        }
        if (!progress.isSummary()) {
            new RunSummary(report).print(console);
        }
        return report;
    }

    private RunProgress progress(Pace pace) {
        return switch (console.progress()) {
            case AUTO, PLAIN -> new TextProgress(console, clock, pace);
            case JSON -> new EventLines(console.err(), clock);
            case NONE -> new SilentProgress(console.err());
        };
    }
}
