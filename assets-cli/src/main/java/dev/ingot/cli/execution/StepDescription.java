package dev.ingot.cli.execution;

import dev.ingot.core.event.Expected;
import dev.ingot.core.event.StepState;
import java.time.Duration;
import java.util.Optional;

/**
 * One step as every JSON document that has steps tells it.
 *
 * @param step its id
 * @param asset what it materializes
 * @param partitions which of its partitions, for people; empty for an unpartitioned asset
 * @param reason why it is in the plan
 * @param status how it stands
 * @param attempt how often it was begun
 * @param rows good rows written
 * @param rejected rows rejected
 * @param bytes size where they are stored; 0 where that is not known
 * @param seconds how long it ran; 0 if it never began or has not ended
 * @param expected what was expected when it was planned; absent where nothing was known
 * @param message what there is to say about the status, possibly empty
 */
public record StepDescription(
        String step,
        String asset,
        String partitions,
        String reason,
        String status,
        int attempt,
        long rows,
        long rejected,
        long bytes,
        Duration seconds,
        Optional<Forecast> expected,
        String message) {
    /** What a step was expected to write and to take; absent what was not known. */
    public record Forecast(Optional<Long> rows, Optional<Long> bytes, Optional<Duration> seconds) {
        static Optional<Forecast> of(Expected expected) {
            if (expected.equals(Expected.unknown())) {
                return Optional.empty();
            }
            return Optional.of(new Forecast(
                    known(expected.rows()),
                    known(expected.bytes()),
                    Optional.of(expected.took()).filter(took -> !took.isZero())));
        }

        private static Optional<Long> known(long value) {
            return value == 0 ? Optional.empty() : Optional.of(value);
        }
    }

    public static StepDescription of(StepState step) {
        return of(step, step.status().text());
    }

    /** One of which more is known than its state tells. */
    public static StepDescription of(StepState step, String status) {
        return new StepDescription(
                step.id().toString(),
                step.asset().toString(),
                step.partitions(),
                step.reason(),
                status,
                step.attempt(),
                step.rows(),
                step.rejected(),
                step.written().bytes(),
                step.duration(),
                Forecast.of(step.expected()),
                step.message());
    }
}
