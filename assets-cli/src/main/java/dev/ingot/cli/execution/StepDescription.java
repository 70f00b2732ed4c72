package dev.ingot.cli.execution;

import dev.ingot.core.event.StepState;
import java.time.Duration;

/**
 * One step as every JSON document that has steps tells it.
 *
 * @param step its id
 * @param asset what it materializes
 * @param partitions which of its partitions, for people; empty for an unpartitioned asset
 * @param reason why it is in the plan
 * @param status how it stands
 * @param rows good rows written
 * @param rejected rows rejected
 * @param seconds how long it ran; 0 if it never began or has not ended
 * @param message what there is to say about the status, possibly empty
 */
public record StepDescription(
        String step,
        String asset,
        String partitions,
        String reason,
        String status,
        long rows,
        long rejected,
        Duration seconds,
        String message) {

    public static StepDescription of(StepState step) {
        return new StepDescription(
                step.id().toString(),
                step.asset().toString(),
                step.partitions(),
                step.reason(),
                step.status().text(),
                step.rows(),
                step.rejected(),
                step.duration(),
                step.message());
    }
}
