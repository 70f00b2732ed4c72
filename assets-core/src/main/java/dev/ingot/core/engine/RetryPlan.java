package dev.ingot.core.engine;

import dev.ingot.core.event.StepState;
import dev.ingot.core.event.StepStatus;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The plan of a run that tries another one again. */
public final class RetryPlan {
    private RetryPlan() {}

    /**
     * What is left of a run: every step that did not end well, numbered anew, and waiting for those among them that it waited
     * for. A step whose check did not pass is forced: its slices are there, but what needs them waits for the check.
     *
     * @param plan the run's own plan
     * @param states how its steps stand
     */
    public static Plan of(Plan plan, List<StepState> states) {
        Map<Integer, StepStatus> ends =
                states.stream().collect(Collectors.toMap(state -> state.id().number(), StepState::status));
        Map<Integer, Integer> numbers = new HashMap<>();
        List<PlanStep> steps = new ArrayList<>();
        for (PlanStep step : plan.steps()) {
            StepStatus end = Objects.requireNonNull(ends.get(step.number()), "the plan is not that of the run");
            if (!end.isGood()) {
                numbers.put(step.number(), steps.size() + 1);
                steps.add(again(step, numbers, end == StepStatus.BLOCKED));
            }
        }
        return new Plan(steps, 0, List.of());
    }

    private static PlanStep again(PlanStep step, Map<Integer, Integer> numbers, boolean blocked) {
        Set<Integer> after = new TreeSet<>(step.after());
        after.retainAll(numbers.keySet());
        return new PlanStep(
                Objects.requireNonNull(numbers.get(step.number())),
                step.asset(),
                step.scope(),
                step.reasons(),
                step.batch(),
                after.stream().map(numbers::get).collect(Collectors.toSet()),
                step.expected(),
                step.forced() || blocked);
    }
}
