package dev.ingot.core.engine.schedule;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.plan.PlanStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Which steps can begin, those on the longest way to the end first, and which never will: it counts for each what it still waits
 * for, so that the end of a step costs no more than what waits for it. Not thread-safe.
 */
public final class Schedule {
    private final Map<Integer, PlanStep> open = new HashMap<>();
    private final Map<Integer, Integer> waitsFor = new HashMap<>();
    private final Map<Integer, List<PlanStep>> waiting = new HashMap<>();
    private final Function<PlanStep, Set<String>> pools;
    private final Comparator<Integer> order;
    private final ReadySteps ready;
    private final Set<Integer> ended = new HashSet<>();
    /** The step that writes to an asset. A batch that is skipped lets the next one pass it while the one before still writes. */
    private final Map<AssetKey, Integer> writers = new HashMap<>();

    private final Map<AssetKey, List<PlanStep>> parked = new HashMap<>();
    /** Those that have to wait for something else than a step. */
    private final Set<Integer> postponed = new HashSet<>();

    /**
     * Counts.
     *
     * @param steps those that have not ended well; what they wait for and is not among them has
     * @param pools in which each takes a place
     */
    public Schedule(Collection<PlanStep> steps, Function<PlanStep, Set<String>> pools) {
        this.pools = pools;
        order = new CriticalPath(steps).order();
        ready = new ReadySteps(order);
        steps.forEach(step -> open.put(step.number(), step));
        for (PlanStep step : steps) {
            int count = 0;
            for (int before : step.after()) {
                if (open.containsKey(before)) {
                    waiting.computeIfAbsent(before, unused -> new ArrayList<>()).add(step);
                    count++;
                }
            }
            waitsFor.put(step.number(), count);
            if (count == 0) {
                ready(step);
            }
        }
    }

    private void ready(PlanStep step) {
        ready.add(step, pools.apply(step));
    }

    /** The first step that can begin; it counts as begun from now on. */
    public Optional<PlanStep> next() {
        return next(any -> true);
    }

    /**
     * The same ahead of the end of others, which takes no more than a moment: only a step that comes before all that can begin
     * through that.
     */
    public Optional<PlanStep> next(Collection<PlanStep> ending) {
        if (ready.isWaiting()) {
            return Optional.empty();
        }
        return next(
                number -> ending.stream().flatMap(this::freedBy).allMatch(other -> order.compare(number, other) < 0));
    }

    /** What waits for the step, or for its turn at the same asset. */
    private Stream<Integer> freedBy(PlanStep step) {
        return Stream.concat(
                        waiting.getOrDefault(step.number(), List.of()).stream(),
                        parked.getOrDefault(step.asset(), List.of()).stream())
                .map(PlanStep::number)
                .filter(open::containsKey);
    }

    private Optional<PlanStep> next(Predicate<Integer> fits) {
        for (Optional<Integer> number = ready.first(); number.filter(fits).isPresent(); number = ready.first()) {
            ready.remove(number.get());
            PlanStep step = Objects.requireNonNull(open.get(number.get()));
            if (writers.putIfAbsent(step.asset(), step.number()) == null) {
                open.remove(step.number());
                return Optional.of(step);
            }
            parked.computeIfAbsent(step.asset(), unused -> new ArrayList<>()).add(step);
        }
        return Optional.empty();
    }

    /** Takes back a step that has begun in vain, until {@link #again}; others go before it. */
    public void postpone(PlanStep step) {
        leave(step);
        open.put(step.number(), step);
        postponed.add(step.number());
    }

    /** One that was postponed may be tried again, unless it was given up meanwhile. */
    public void again(PlanStep step) {
        if (postponed.remove(step.number())) {
            ready(step);
        }
    }

    /** Takes back a step that has begun in vain, because a pool is full: none that needs the pool begins until {@link #reopen}. */
    public void full(String pool, PlanStep step) {
        leave(step);
        open.put(step.number(), step);
        ready(step);
        ready.full(pool);
    }

    /** Pools that were full may have places again. */
    public void reopen() {
        ready.reopen();
    }

    /** Whether a step could begin, were it not for something that is no step of this run. */
    public boolean isWaiting() {
        return !postponed.isEmpty() || ready.isWaiting();
    }

    /**
     * Notes that a step will do nothing more, whether it had begun or not. Noting it twice changes nothing.
     *
     * @param obstacle whether what needs it can no longer run
     * @return the steps that it takes along, to be ended likewise. The next batch of the same asset only waited for its turn
     */
    public List<PlanStep> end(PlanStep done, boolean obstacle) {
        List<PlanStep> taken = new ArrayList<>();
        if (!ended.add(done.number())) {
            return taken;
        }
        leave(done);
        for (PlanStep step : waiting.getOrDefault(done.number(), List.of())) {
            if (!open.containsKey(step.number())) {
                continue;
            }
            int left = Objects.requireNonNull(waitsFor.merge(step.number(), -1, Integer::sum));
            if (obstacle && !step.asset().equals(done.asset())) {
                open.remove(step.number());
                taken.add(step);
            } else if (left == 0) {
                ready(step);
            }
        }
        return taken;
    }

    private void leave(PlanStep done) {
        open.remove(done.number());
        ready.remove(done.number());
        postponed.remove(done.number());
        if (writers.remove(done.asset(), done.number())) {
            List<PlanStep> next = parked.remove(done.asset());
            (next == null ? List.<PlanStep>of() : next).forEach(this::ready);
        }
    }

    /** The steps that have not begun, none of which will from now on; in the plan's order. */
    public List<PlanStep> abandon() {
        List<PlanStep> left = open.values().stream()
                .sorted((one, other) -> one.number() - other.number())
                .toList();
        open.clear();
        ready.clear();
        parked.clear();
        postponed.clear();
        return left;
    }
}
