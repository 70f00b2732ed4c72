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
 * @param expected what it was likely to write and to take when it was planned
 * @param status how it stands
 * @param attempt how often it was begun
 * @param written what it wrote; nothing until it succeeded
 * @param startedAt when it began, if it did
 * @param finishedAt when it came to its final status, if it did
 * @param message what to tell people about the status, possibly empty
 */
public record StepState(
        StepId id,
        AssetKey asset,
        String partitions,
        String reason,
        Expected expected,
        StepStatus status,
        int attempt,
        Written written,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        String message) {

    public static StepState pending(StepId id, AssetKey asset, String partitions, String reason) {
        return pending(id, asset, partitions, reason, Expected.unknown());
    }

    public static StepState pending(StepId id, AssetKey asset, String partitions, String reason, Expected expected) {
        return new StepState(
                id,
                asset,
                partitions,
                reason,
                expected,
                StepStatus.PENDING,
                0,
                Written.nothing(),
                Optional.empty(),
                Optional.empty(),
                "");
    }

    /** The same step before anything happened to it. */
    public StepState reset() {
        return pending(id, asset, partitions, reason, expected);
    }

    /** The same step while something keeps it from beginning, or from beginning again. */
    public StepState waiting(String why) {
        return new StepState(
                id,
                asset,
                partitions,
                reason,
                expected,
                StepStatus.PENDING,
                attempt,
                Written.nothing(),
                Optional.empty(),
                Optional.empty(),
                why);
    }

    public StepState started(Instant at) {
        return new StepState(
                id,
                asset,
                partitions,
                reason,
                expected,
                StepStatus.RUNNING,
                attempt + 1,
                Written.nothing(),
                Optional.of(at),
                Optional.empty(),
                "");
    }

    /** The same, about these partitions. */
    public StepState about(String partitionsNow) {
        return new StepState(
                id, asset, partitionsNow, reason, expected, status, attempt, written, startedAt, finishedAt, message);
    }

    public StepState wrote(Written what) {
        return new StepState(
                id, asset, partitions, reason, expected, status, attempt, what, startedAt, finishedAt, message);
    }

    public StepState finished(StepStatus now, Instant at, String why) {
        return new StepState(
                id, asset, partitions, reason, expected, now, attempt, written, startedAt, Optional.of(at), why);
    }

    /** Good rows written. */
    public long rows() {
        return written.rows();
    }

    /** Rows rejected. */
    public long rejected() {
        return written.rejected();
    }

    /** How long it ran; zero if it never began or has not ended. */
    public Duration duration() {
        return startedAt
                .flatMap(start -> finishedAt.map(end -> Duration.between(start, end)))
                .orElse(Duration.ZERO);
    }
}
