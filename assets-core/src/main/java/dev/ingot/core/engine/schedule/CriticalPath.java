package dev.ingot.core.engine.schedule;

import dev.ingot.core.plan.PlanStep;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How long what remains is expected to take from the begin of a step on, along the longest way through what waits for it. Steps
 * whose time nobody knows count as nothing.
 */
final class CriticalPath {
    private final Map<Integer, Long> millis = new HashMap<>();

    /** @param steps those that remain; a step waits only for steps with smaller numbers */
    CriticalPath(Collection<PlanStep> steps) {
        Map<Integer, Long> behind = new HashMap<>();
        List<PlanStep> last = steps.stream()
                .sorted(Comparator.comparing(PlanStep::number).reversed())
                .toList();
        for (PlanStep step : last) {
            long own = step.expected().took().toMillis() + behind.getOrDefault(step.number(), 0L);
            millis.put(step.number(), own);
            step.after().forEach(before -> behind.merge(before, own, Math::max));
        }
    }

    /** The longest first; where they are equal, in the plan's order. */
    Comparator<Integer> order() {
        return Comparator.<Integer>comparingLong(number -> millis.getOrDefault(number, 0L))
                .reversed()
                .thenComparing(Comparator.naturalOrder());
    }
}
