package dev.ingot.core.simulation;

import dev.ingot.core.error.ExitCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Plans and runs an invented project with the real planner and the real engine, in invented time: failures, pauses,
 * cancellations, the death of the process, and one that stands still and wakes up too late, come at random moments, and are
 * followed by resuming and trying again. What must hold is checked at each step, after each run, and in the end against what the
 * definitions say.
 */
public final class Simulation {
    private Simulation() {}

    /**
     * What to invent.
     *
     * @param assets how many assets
     * @param partitions how many partitions all of them have together, at least one each
     * @param fail the probability that an attempt of a step fails, from 0 to below 1
     * @param seed equal seeds, equal simulations
     */
    public record Options(int assets, int partitions, double fail, long seed) {
        /** @throws dev.ingot.core.error.IngotException if there can be no such project */
        public Options {
            SimulationErrors.check(assets, partitions, fail);
        }
    }

    /**
     * What came of it.
     *
     * @param options what was invented
     * @param runs how many runs there were; one that was taken up again counts once more
     * @param steps how many steps they began
     * @param slices how many slices were written
     * @param plans how many plans were made
     * @param planning computing time of all plans
     * @param longestPlan computing time of the longest
     * @param running computing time of all runs, the checks left out as far as they come after a run
     * @param makespan invented time from the begin of the first run to the end of the last
     * @param looked how often each invariant was looked at
     * @param violation the invariant that was found broken, if any
     */
    public record Report(
            Options options,
            int runs,
            long steps,
            long slices,
            int plans,
            Duration planning,
            Duration longestPlan,
            Duration running,
            Duration makespan,
            Map<Invariant, Long> looked,
            Optional<String> violation) {
        /** Steps begun a second of computing. */
        public double stepsPerSecond() {
            return steps * 1e9 / Math.max(1, running.toNanos());
        }

        /** Slices written a second of computing. */
        public double slicesPerSecond() {
            return slices * 1e9 / Math.max(1, running.toNanos());
        }

        public ExitCode exit() {
            return violation.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
        }
    }

    /** Simulates until everything is done or an invariant is found broken. */
    public static Report run(Options options) {
        Random random = new Random(options.seed());
        SimulatedProject project = new SimulatedProject(RandomGraph.of(random, options.assets(), options.partitions()));
        SimulatedWorld world = new SimulatedWorld(project, random, options);
        for (Round round : List.of(
                new Round(0, Disturbance.DEATH),
                new Round(0.1, Disturbance.PAUSE),
                new Round(0.1, Disturbance.STANDSTILL),
                new Round(0.03, Disturbance.CANCELLATION))) {
            project.change(random, round.change());
            new SimulatedRound(world).run(round.disturbance());
            if (world.violations().first().isPresent()) {
                break;
            }
        }
        return world.report();
    }

    /** A share of the sources changes, then everything is brought up to date while something happens. */
    private record Round(double change, Disturbance disturbance) {}
}
