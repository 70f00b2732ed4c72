package dev.ingot.storage.remote;

import java.time.Duration;

/**
 * How long a store goes on trying.
 *
 * @param retries after the first try
 * @param firstDelay before the first of them; each further one is twice as long, give or take half
 * @param longestDelay the longest of these
 */
public record RetryLimits(int retries, Duration firstDelay, Duration longestDelay) {}
