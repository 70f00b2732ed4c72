/**
 * A large file into a store, through our port and through the store's own SDK. Start at
 * {@link dev.ingot.bench.landing.LandingBench}.
 */
@NullMarked
package dev.ingot.bench.landing;

import org.jspecify.annotations.NullMarked;
