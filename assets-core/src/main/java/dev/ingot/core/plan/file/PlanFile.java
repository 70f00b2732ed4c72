package dev.ingot.core.plan.file;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.Planner;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * A plan that is kept, with what it was made on. Printed and parsed by {@link PlanJson}.
 *
 * @param project the name of the project that it is for
 * @param version the Ingot that made it
 * @param request what was asked for
 * @param plan what is to run
 * @param graph a hash over the definitions
 * @param bases what each step was planned on, in the order of the steps
 */
public record PlanFile(
        String project, String version, PlanRequest request, Plan plan, String graph, List<StepBasis> bases) {
    public PlanFile {
        bases = List.copyOf(bases);
        if (bases.size() != plan.steps().size()) {
            throw new IllegalArgumentException(plan.steps().size() + " steps on " + bases.size() + " bases");
        }
    }

    /** The plan that a planner made, to be kept. */
    public static PlanFile of(String project, String version, PlanRequest request, Plan plan, Planner planner) {
        Bases bases = new Bases(planner.staleness());
        List<StepBasis> now = plan.steps().stream().map(bases::of).toList();
        return new PlanFile(project, version, request, plan, bases.graph(), now);
    }

    /**
     * Names everything that is not as it was when the plan was made: definitions, code, landed files, what is read, the slices
     * that are to be replaced. Empty if the plan can run as it is.
     *
     * @param planner of the same project as it is now
     */
    public List<String> moved(Planner planner) {
        Bases now = new Bases(planner.staleness());
        Set<String> moved = new LinkedHashSet<>();
        if (!graph.equals(now.graph())) {
            moved.add("the definitions of the assets");
        }
        for (int index = 0; index < bases.size(); index++) {
            PlanStep step = plan.steps().get(index);
            if (planner.staleness().graph().contains(step.asset())) {
                compare(step.asset(), bases.get(index), now.of(step), moved);
            } else {
                moved.add(step.asset() + ", which is not defined any more");
            }
        }
        return List.copyOf(moved);
    }

    private static void compare(AssetKey asset, StepBasis then, StepBasis now, Set<String> moved) {
        if (!then.code().equals(now.code())) {
            moved.add("the code of " + asset);
        }
        changed(then.sources(), now.sources()).forEach(source -> moved.add("the source " + source));
        changed(then.upstream(), now.upstream())
                .forEach(input -> moved.add("the content of " + input + ", which " + asset + " reads"));
        if (!then.slices().equals(now.slices())) {
            moved.add("the slices of " + asset + " that were to be replaced");
        }
    }

    private static List<String> changed(Map<String, String> then, Map<String, String> now) {
        Set<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        List<String> changed = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(then.get(name), now.get(name))) {
                changed.add(name);
            }
        }
        return changed;
    }

    /**
     * Refuses to run what was planned for another project, or on what is not so any more.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code plan-moved}, naming what has moved
     */
    public void check(String currentProject, Planner planner) {
        if (!project.equals(currentProject)) {
            throw PlanFileErrors.anotherProject(project, currentProject);
        }
        List<String> moved = moved(planner);
        if (!moved.isEmpty()) {
            throw PlanFileErrors.moved(moved);
        }
    }
}
