package dev.ingot.core.upkeep;

import dev.ingot.core.event.RunId;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * What may be removed.
 *
 * @param cutoff only what nobody has needed since then
 * @param live tells whether a run is live; what it has written is left alone
 */
public record UpkeepRules(Instant cutoff, Predicate<RunId> live) {}
