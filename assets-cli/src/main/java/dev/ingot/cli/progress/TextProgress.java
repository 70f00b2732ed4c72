package dev.ingot.cli.progress;

import dev.ingot.cli.Console;
import dev.ingot.cli.text.Style;
import dev.ingot.cli.text.Words;
import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.event.RunKind;
import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** For people: a line for each step that has ended, and on a terminal below them what is running now. */
public final class TextProgress implements RunProgress {
    static final long TICK_MILLIS = 500;
    /** More running steps than that are counted. */
    private static final int MOST = 8;

    private final Console console;
    private final Clock clock;
    private final Pace pace;
    private final LivePane pane;
    private final List<RunningStep> running = new ArrayList<>();
    private StepNames names = StepNames.of(List.of());
    private boolean backfill;
    private int total;
    private int ended;
    private String left = "";
    private Instant paceAt = Instant.MIN;
    private boolean closed;

    public TextProgress(Console console, Clock clock, Pace pace) {
        this.console = console;
        this.clock = clock;
        this.pace = pace;
        this.pane = new LivePane(console.err(), console.isLive());
    }

    @Override
    public synchronized void runStarted(Run run, List<StepState> steps) {
        total = steps.size();
        backfill = run.origin().kind() == RunKind.BACKFILL;
        names = StepNames.of(steps);
        ended = (int) steps.stream().filter(step -> step.status().isFinal()).count();
        steps.forEach(pace::changed);
        pane.log(title(run));
        if (pane.isLive()) {
            Thread ticker = new Thread(this::tick, "ingot-progress");
            ticker.setDaemon(true);
            ticker.start();
        }
    }

    private String title(Run run) {
        String before = ended == 0 ? "" : ", going on: " + ended + "/" + total + " steps are done";
        return (backfill ? "Backfill " : "Run ")
                + run.id()
                + before
                + run.origin().retryOf().map(of -> ", what is left of " + of).orElse("");
    }

    @Override
    public synchronized void stepChanged(StepState step) {
        pace.changed(step);
        running.removeIf(one -> one.is(step));
        if (step.status() == StepStatus.RUNNING) {
            running.add(RunningStep.of(step));
        } else if (!step.message().isEmpty() && step.status() == StepStatus.PENDING) {
            pane.log("  … " + names.padded(step).strip() + "  " + Outcome.firstLine(step));
        } else if (step.status().isFinal()) {
            ended++;
            pane.log(line(step));
        }
        draw();
    }

    @Override
    public synchronized void stepProgress(StepState step, String doing) {
        change(step, one -> one.doing(doing));
        draw();
    }

    /** Drawn with the next tick: a job of a thousand tasks tells it a thousand times. */
    @Override
    public synchronized void stepAdvanced(StepState step, Advance advance) {
        change(step, one -> one.at(advance));
    }

    private void change(StepState step, UnaryOperator<RunningStep> change) {
        running.replaceAll(one -> one.is(step) ? change.apply(one) : one);
    }

    @Override
    public synchronized void note(String text) {
        pane.log(text);
    }

    private String line(StepState step) {
        String mark = step.status().isGood() ? style(Style.GOOD, "✓") : style(Style.BAD, "✗");
        String counter = " ".repeat(digits(total) - digits(ended)) + ended + "/" + total;
        String line = "  " + mark + " " + counter + "  " + names.padded(step) + "  " + Outcome.of(step);
        return backfill ? line + "  " + style(Style.FAINT, "[" + paceNow() + "]") : line;
    }

    private static int digits(int number) {
        return Integer.toString(number).length();
    }

    private String style(Style style, String text) {
        return console.style(console.err(), style, text);
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

    /** Shows how things stand now. */
    synchronized void draw() {
        if (closed || !pane.isLive()) {
            return;
        }
        Instant now = clock.instant();
        List<String> lines = new ArrayList<>();
        running.stream()
                .limit(MOST)
                .map(one -> "  ▸ " + names.padded(one.state()) + one.text(now))
                .forEach(line -> lines.add(fitting(line)));
        if (running.size() > MOST) {
            lines.add("  … and " + Words.count(running.size() - MOST, "more step"));
        }
        if (!running.isEmpty() && total > 1) {
            lines.add(style(Style.FAINT, fitting("  " + ended + "/" + total + " steps done; " + paceNow())));
        }
        pane.show(lines);
    }

    private String fitting(String line) {
        int most = console.width() - 1;
        return line.length() <= most ? line : line.substring(0, most - 1) + "…";
    }

    private void tick() {
        while (true) {
            synchronized (this) {
                if (closed) {
                    return;
                }
                draw();
                try {
                    wait(TICK_MILLIS);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            pane.clear();
            notifyAll();
        }
    }
}
