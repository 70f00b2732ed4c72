package dev.ingot.core.simulation.time;

import dev.ingot.core.engine.work.Workers;
import dev.ingot.core.event.StepState;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Function;

/**
 * Steps that take invented time: the work of a step is done at the moment at which it ends, in the thread of the run, and the
 * clock jumps from one such moment to the next. Not thread-safe.
 */
public final class VirtualWorkers implements Workers {
    private static final Comparator<Ending> ORDER =
            Comparator.comparing(Ending::at).thenComparing(Ending::order);

    private final VirtualClock clock;
    private final Function<StepState, Duration> durations;
    private final Queue<Ending> endings = new PriorityQueue<>(ORDER);
    private long order;
    private boolean woken;

    private record Ending(Instant at, long order, Runnable work, boolean ofStep) {}

    /** @param durations how long the work of a step takes */
    public VirtualWorkers(VirtualClock clock, Function<StepState, Duration> durations) {
        this.clock = clock;
        this.durations = durations;
    }

    @Override
    public void start(StepState step, Runnable work) {
        add(durations.apply(step), work, true);
    }

    @Override
    public void after(Duration delay, Runnable action) {
        add(delay, action, false);
    }

    private void add(Duration delay, Runnable work, boolean ofStep) {
        endings.add(new Ending(clock.instant().plus(delay), order++, work, ofStep));
    }

    /** Takes away the work of the steps that run now, for whoever wants to do it later, or never. */
    public List<Runnable> standStill() {
        List<Runnable> asleep = endings.stream()
                .filter(Ending::ofStep)
                .sorted(ORDER)
                .map(Ending::work)
                .toList();
        endings.removeIf(Ending::ofStep);
        return asleep;
    }

    @Override
    public boolean await(Duration atMost) {
        Ending next = endings.peek();
        Instant deadline = clock.instant().plus(atMost);
        if (woken) {
            woken = false;
            return true;
        }
        if (next != null && !next.at().isAfter(deadline)) {
            endings.remove(next);
            clock.advanceTo(next.at());
            next.work().run();
            return true;
        }
        clock.advanceTo(deadline);
        return false;
    }

    @Override
    public void wake() {
        woken = true;
    }

    @Override
    public void tell(Runnable word) {
        word.run();
    }

    @Override
    public void settle() {}

    @Override
    public void close() {
        endings.clear();
    }
}
