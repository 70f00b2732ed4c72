package dev.ingot.cli.command.runs;

import dev.ingot.cli.execution.StepDescription;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What {@code runs show} tells as JSON.
 *
 * @param run the run's id
 * @param kind what kind of command it is of
 * @param retryOf the run that it tries again, if any
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
        String kind,
        Optional<String> retryOf,
        String status,
        String command,
        String holder,
        Instant startedAt,
        Optional<Instant> finishedAt,
        String message,
        List<StepDescription> steps) {

    static RunDescription of(Run run, List<StepState> steps) {
        StepStanding standing = new StepStanding(run);
        return new RunDescription(
                run.id().toString(),
                run.origin().kind().text(),
                run.origin().retryOf().map(RunId::toString),
                run.status().text(),
                run.command(),
                run.holder(),
                run.startedAt(),
                run.finishedAt(),
                run.message(),
                steps.stream()
                        .map(step -> StepDescription.of(step, standing.of(step)))
                        .toList());
    }
}
