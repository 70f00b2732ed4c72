package dev.ingot.core.engine;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.plan.PlanStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which steps can begin, in the plan's order, and which never will: it counts for each what it still waits for, so that the
 * end of a step costs no more than what waits for it. Not thread-safe.
 */
final class Schedule {
    private final Map<Integer, PlanStep> open = new HashMap<>();
    private final Map<Integer, Integer> waitsFor = new HashMap<>();
    private final Map<Integer, List<PlanStep>> waiting = new HashMap<>();
    private final NavigableSet<Integer> ready = new TreeSet<>();
    private final Set<Integer> ended = new HashSet<>();
    /** The step that writes to an asset. A batch that is skipped lets the next one pass it while the one before still writes. */
    private final Map<AssetKey, Integer> writers = new HashMap<>();

    private final Map<AssetKey, List<Integer>> parked = new HashMap<>();
    /** Those that began and found that they have to wait for something outside of the run. */
    private final Set<Integer> postponed = new HashSet<>();

    /**
     * Counts.
     *
     * @param steps those that have not ended well; what they wait for and is not among them has
     */
    Schedule(Collection<PlanStep> steps) {
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
                ready.add(step.number());
            }
        }
    }

    /** The first step that can begin; it counts as begun from now on. */
    Optional<PlanStep> next() {
        for (Integer number = ready.pollFirst(); number != null; number = ready.pollFirst()) {
            PlanStep step = Objects.requireNonNull(open.get(number));
            if (writers.putIfAbsent(step.asset(), number) == null) {
                open.remove(number);
                return Optional.of(step);
            }
            parked.computeIfAbsent(step.asset(), unused -> new ArrayList<>()).add(number);
        }
        return Optional.empty();
    }

    /** Takes back a step that could not begin after all, until {@link #again}; others go before it. */
    void postpone(PlanStep step) {
        leave(step);
        open.put(step.number(), step);
        postponed.add(step.number());
    }

    /** Those that were postponed may be tried again. */
    void again() {
        ready.addAll(postponed);
        postponed.clear();
    }

    /** Whether a step was postponed. */
    boolean isWaiting() {
        return !postponed.isEmpty();
    }

    /**
     * Notes that a step will do nothing more, whether it had begun or not. Noting it twice changes nothing.
     *
     * @param obstacle whether what needs it can no longer run
     * @return the steps that it takes along, to be ended likewise. The next batch of the same asset only waited for its turn
     */
    List<PlanStep> end(PlanStep done, boolean obstacle) {
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
                ready.add(step.number());
            }
        }
        return taken;
    }

    private void leave(PlanStep done) {
        open.remove(done.number());
        ready.remove(done.number());
        postponed.remove(done.number());
        if (writers.remove(done.asset(), done.number())) {
            List<Integer> next = parked.remove(done.asset());
            ready.addAll(next == null ? List.of() : next);
        }
    }

    /** The steps that have not begun, none of which will from now on; in the plan's order. */
    List<PlanStep> abandon() {
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
