package dev.ingot.cli.command;

import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code runs show} tells as JSON.
 *
 * @param run the run's id
 * @param status how it stands
 * @param command what was asked for
 * @param holder who ran it
 * @param startedAt when it began
 * @param finishedAt when it ended, if it did
 * @param message how it ended
 * @param steps its steps, in the order of its plan
 */
record RunDescription(
        String run,
        String status,
        String command,
        String holder,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String message,
        List<Step> steps) {

    /** One step. */
    record Step(
            String step,
            String asset,
            String partitions,
            String reason,
            String status,
            long rows,
            long rejected,
            BigDecimal seconds,
            String message) {
        static Step of(StepState step) {
            return new Step(
                    step.id().toString(),
                    step.asset().toString(),
                    step.partitions(),
                    step.reason(),
                    step.status().text(),
                    step.rows(),
                    step.rejected(),
                    Times.seconds(step.duration()),
                    step.message());
        }
    }

    static RunDescription of(Run run, List<StepState> steps) {
        return new RunDescription(
                run.id().toString(),
                run.status().text(),
                run.command(),
                run.holder(),
                run.startedAt(),
                run.finishedAt(),
                run.message(),
                steps.stream().map(Step::of).toList());
    }
}
