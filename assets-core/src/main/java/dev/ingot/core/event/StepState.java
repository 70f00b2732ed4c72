package dev.ingot.core.event;

import dev.ingot.core.asset.AssetKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How one step of a run stands.
 *
 * @param id the step
 * @param asset what it materializes
 * @param partitions which of its partitions, in the short form for people; empty for an unpartitioned asset
 * @param reason why it is in the plan
 * @param status how it stands
 * @param rows good rows written; 0 until it succeeded
 * @param rejected rows rejected; 0 until it succeeded
 * @param startedAt when it began, if it did
 * @param finishedAt when it came to its final status, if it did
 * @param message what to tell people about the status, possibly empty
 */
public record StepState(
        StepId id,
        AssetKey asset,
        String partitions,
        String reason,
        StepStatus status,
        long rows,
        long rejected,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        String message) {

    public static StepState pending(StepId id, AssetKey asset, String partitions, String reason) {
        return new StepState(
                id, asset, partitions, reason, StepStatus.PENDING, 0, 0, Optional.empty(), Optional.empty(), "");
    }

    public StepState started(Instant at, String partitionsNow) {
        return new StepState(
                id, asset, partitionsNow, reason, StepStatus.RUNNING, 0, 0, Optional.of(at), Optional.empty(), "");
    }

    public StepState counted(long goodRows, long rejectedRows) {
        return new StepState(
                id, asset, partitions, reason, status, goodRows, rejectedRows, startedAt, finishedAt, message);
    }

    public StepState finished(StepStatus now, Instant at, String why) {
        return new StepState(id, asset, partitions, reason, now, rows, rejected, startedAt, Optional.of(at), why);
    }

    /** How long it ran; zero if it never began or has not ended. */
    public Duration duration() {
        return startedAt
                .flatMap(start -> finishedAt.map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
    }
}
