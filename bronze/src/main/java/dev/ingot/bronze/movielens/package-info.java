/**
 * The MovieLens files as they landed. Start at {@code LandedFileAsset}; how a line becomes fields is in {@code CsvLines}.
 *
 * <p>What is in this package decides the code version of its assets, so nothing that has no bearing on their rows comes in.
 */
@NullMarked
package dev.ingot.bronze.movielens;

import org.jspecify.annotations.NullMarked;
