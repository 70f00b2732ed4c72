/**
 * Partitions of several kinds: days by stations that are added by hand, months made of days, and a mapping of one's own. Start at
 * {@link dev.ingot.examples.weather.Weather}.
 */
@NullMarked
package dev.ingot.examples.weather;

import org.jspecify.annotations.NullMarked;
