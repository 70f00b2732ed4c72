package dev.ingot.cli.execution;

import dev.ingot.cli.Console;
import dev.ingot.cli.text.Style;
import dev.ingot.cli.text.Words;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Follows a run on standard error: a line for each step that has ended, which scrolls up as a log, and on a terminal one more
 * line below with what is running now.
 */
final class ProgressListener implements RunListener, AutoCloseable {
    private static final long TICK_MILLIS = 500;
    /** As many letters of a step's partitions. */
    private static final int MOST = 32;

    private static final String CLEAR_LINE = "\r\u001b[2K";

    private final Console console;
    private final PrintWriter err;
    private final Clock clock;
    private final Pace pace;
    private final Map<StepState, String> running = new LinkedHashMap<>();
    private boolean tellsPace;
    private boolean tellsPartitions;
    private int width;
    private int total;
    private int ended;
    private String left = "";
    private Instant paceAt = Instant.MIN;
    private boolean closed;

    ProgressListener(Console console, Clock clock, Pace pace) {
        this.console = console;
        this.err = console.err();
        this.clock = clock;
        this.pace = pace;
    }

    @Override
    public synchronized void runStarted(Run run, List<StepState> steps) {
        total = steps.size();
        tellsPace = run.origin().kind() == RunKind.BACKFILL;
        tellsPartitions = steps.stream().map(StepState::asset).distinct().count() < total;
        width = steps.stream().mapToInt(step -> name(step).length()).max().orElse(0);
        ended = (int) steps.stream().filter(step -> step.status().isFinal()).count();
        steps.forEach(pace::changed);
        err.println(title(run));
        if (console.isLive()) {
            Thread ticker = new Thread(this::tick, "ingot-progress");
            ticker.setDaemon(true);
            ticker.start();
        }
        err.flush();
    }

    private String title(Run run) {
        String before = ended == 0 ? "" : ", going on: " + ended + "/" + total + " steps are done";
        return (tellsPace ? "Backfill " : "Run ")
                + run.id()
                + before
                + run.origin().retryOf().map(of -> ", what is left of " + of).orElse("");
    }

    @Override
    public synchronized void stepChanged(StepState step) {
        pace.changed(step);
        running.keySet().removeIf(known -> known.id().equals(step.id()));
        if (step.status() == StepStatus.RUNNING) {
            running.put(step, "");
        } else if (!step.message().isEmpty() && step.status() == StepStatus.PENDING) {
            clearLive();
            err.println("  … " + name(step) + "  " + firstLine(step));
        } else if (step.status().isFinal()) {
            ended++;
            clearLive();
            err.println(line(step));
        }
        drawLive();
    }

    @Override
    public synchronized void stepProgress(StepState step, String doing) {
        running.replaceAll((known, before) -> known.id().equals(step.id()) ? doing : before);
        drawLive();
    }

    private String line(StepState step) {
        String mark = step.status().isGood() ? console.style(err, Style.GOOD, "✓") : console.style(err, Style.BAD, "✗");
        String counter = String.format("%" + String.valueOf(total).length() + "d/%d", ended, total);
        String line = "  " + mark + " " + counter + "  " + Words.padded(name(step), width) + "  " + outcome(step);
        return tellsPace ? line + "  " + console.style(err, Style.FAINT, "[" + paceNow() + "]") : line;
    }

    /** The time that is left is told anew at most every half second: with thousands of steps it is not for nothing. */
    private String paceNow() {
        Instant now = clock.instant();
        if (ended == total || paceAt.plusMillis(TICK_MILLIS).isBefore(now)) {
            paceAt = now;
            left = pace.left(now);
        }
        return left.isEmpty() ? pace.done() : pace.done() + ", " + left;
    }

    private static String outcome(StepState step) {
        return switch (step.status()) {
            case SUCCEEDED -> rows(step) + "  " + Words.duration(step.duration());
            case BLOCKED -> "blocked: " + firstLine(step);
            case UNCHANGED -> "unchanged: " + firstLine(step);
            case SKIPPED -> "skipped: " + firstLine(step);
            case FAILED -> "failed: " + firstLine(step);
            default -> step.status().text();
        };
    }

    private static String rows(StepState step) {
        return Words.count(step.rows(), "row")
                + (step.rejected() == 0 ? "" : ", " + Words.number(step.rejected()) + " rejected");
    }

    private static String firstLine(StepState step) {
        return step.message().lines().findFirst().orElse("");
    }

    private String name(StepState step) {
        String partitions = step.partitions().length() <= MOST
                ? step.partitions()
                : step.partitions().substring(0, MOST - 1) + "…";
        return tellsPartitions && !partitions.isEmpty()
                ? step.asset() + "  " + partitions
                : step.asset().toString();
    }

    private void tick() {
        while (true) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                drawLive();
                try {
                    wait(TICK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private void drawLive() {
        if (console.isLive() && !closed && !running.isEmpty()) {
            Instant now = clock.instant();
            String line = running.entrySet().stream()
                    .map(entry -> entry.getKey().asset()
                            + (entry.getValue().isEmpty() ? "" : ": " + entry.getValue())
                            + " "
                            + Duration.between(entry.getKey().startedAt().orElse(now), now)
                                    .toSeconds() + " s")
                    .collect(Collectors.joining(" · ", "  … " + (total > 1 ? paceNow() + ": " : ""), ""));
            err.print(CLEAR_LINE + line.substring(0, Math.min(line.length(), console.width() - 1)));
        }
        err.flush();
    }

    private void clearLive() {
        if (console.isLive()) {
            err.print(CLEAR_LINE);
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            clearLive();
            err.flush();
            notifyAll();
        }
    }
}
