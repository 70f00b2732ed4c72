/**
 * The MovieLens entities, cleaned. Each asset is three classes: {@code RatingsDefinition} says what it is and which rules its
 * rows obey, {@code Ratings} turns raw rows into typed ones, {@code RatingsAsset} joins the two. {@code Parsing} and
 * {@code RawRows} hold what all of them share.
 *
 * <p>The rules and their order are those of {@code docs/spec/dataset.md}. What is in this package decides the code version of
 * its assets.
 */
@NullMarked
package dev.ingot.silver.movielens;

import org.jspecify.annotations.NullMarked;
