package dev.ingot.cli.command.runs;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.run.RunStore;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;

/** Prints the logs of a run as they grow, until the run has ended. */
final class LogFollower {
    private static final long LOOK_MILLIS = 200;
    /** Whether the run goes on is asked at every so manieth look. */
    private static final int LOOKS = 5;

    private final RunStore runs;
    private final LogReader reader;
    private final PrintWriter out;

    LogFollower(RunStore runs, LogReader reader, PrintWriter out) {
        this.runs = runs;
        this.reader = reader;
        this.out = out;
    }

    void follow(RunId run) throws InterruptedException {
        for (int look = 0; look % LOOKS != 0 || isRunning(run); look++) {
            reader.news().forEach(out::println);
            out.flush();
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        // The end is recorded after the last line was written.
        reader.last().forEach(out::println);
        out.flush();
    }

    private boolean isRunning(RunId run) {
        return runs.find(run).filter(one -> one.status() == RunStatus.RUNNING).isPresent();
    }
}
