package dev.ingot.cli.planning;

import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.Planner;

/**
 * A plan with what it was made from, so that it can be saved.
 *
 * @param planner who knows the project as it was then
 * @param request what was asked for
 * @param plan what is to run
 */
public record MadePlan(Planner planner, PlanRequest request, Plan plan) {
    public boolean isEmpty() {
        return plan.isEmpty();
    }
}
