package dev.ingot.bench.planning;

import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.plan.Plan;
import dev.ingot.core.plan.PlanRequest;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.Planner;
import dev.ingot.core.staleness.ProjectState;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Builds the graph of an invented project and plans it, some times over, and prints the milliseconds of each time: the first of
 * them is what somebody waits for who starts a command.
 */
public final class PlanningBench {
    private static final double STALE = 1.0 / 3;
    private static final long SEED = 20260301;

    private PlanningBench() {}

    /** @param arguments the number of assets, of the partitions of each, and of the times */
    public static void main(String[] arguments) {
        int size = Integer.parseInt(arguments[0]);
        int partitions = Integer.parseInt(arguments[1]);
        int times = Integer.parseInt(arguments[2]);
        Invented project = new Invented(size, partitions, new Random(SEED));
        AssetGraph graph = timed("graph", times, () -> AssetGraph.of(project.assets()));
        long before = used();
        ProjectState state = project.state(STALE, new Random(SEED));
        System.out.printf(Locale.ROOT, "ledger_mb %d%n", used() - before);
        Plan plan = timed("plan", times, () -> new Planner(graph, state).plan(PlanRequest.everything()));
        long slices = plan.steps().stream()
                .map(PlanStep::scope)
                .mapToLong(scope -> scope.partitions().size())
                .sum();
        System.out.printf(Locale.ROOT, "steps %d%nslices %d%n", plan.steps().size(), slices);
        if (slices < size * (long) partitions * STALE || !isFresh(size / 10, partitions)) {
            throw new IllegalStateException("not the plan that was to be measured");
        }
    }

    /** A project of which nothing is stale needs no plan: what is invented is in the ledger's form. */
    private static boolean isFresh(int size, int partitions) {
        Invented project = new Invented(Math.max(size, 20), partitions, new Random(SEED));
        AssetGraph graph = AssetGraph.of(project.assets());
        return new Planner(graph, project.state(0, new Random(SEED)))
                .plan(PlanRequest.everything())
                .isEmpty();
    }

    private static <T> T timed(String name, int times, Supplier<T> work) {
        long[] millis = new long[times];
        T last = null;
        for (int time = 0; time < times; time++) {
            long begun = System.nanoTime();
            last = work.get();
            millis[time] = (System.nanoTime() - begun) / 1_000_000;
        }
        long first = millis[0];
        Arrays.sort(millis);
        System.out.printf(Locale.ROOT, "%s_first_ms %d%n%s_ms %d%n", name, first, name, millis[times / 2]);
        return Objects.requireNonNull(last);
    }

    /** Megabytes in use, rubbish left out. */
    private static long used() {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) >> 20;
    }
}
