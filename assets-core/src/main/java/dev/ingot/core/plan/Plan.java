package dev.ingot.core.plan;

import java.util.List;

/**
 * What will run, in an order that respects who waits for whom.
 *
 * @param steps the steps, in order
 * @param fresh how many of the chosen assets need nothing
 * @param warnings what to tell people before it runs
 */
public record Plan(List<PlanStep> steps, int fresh, List<String> warnings) {
    public Plan {
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    public boolean isEmpty() {
        return steps.isEmpty();
    }
}
