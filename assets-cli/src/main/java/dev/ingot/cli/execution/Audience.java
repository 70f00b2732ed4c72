package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.Interruption;
import dev.ingot.cli.log.RunLogging;
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
        RunReport report;
        try (ProgressListener progress = new ProgressListener(console, clock, pace)) {
            report = work.apply(new Followers(List.of(progress, logging)), interruption.cancellation());
        }
        new RunSummary(report).print(console);
        return report;
    }
}
