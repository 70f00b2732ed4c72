/**
 * What people ask the recommender: the command {@code recommend}. Start at
 * {@link dev.ingot.recommender.cli.RecommendCommand}.
 *
 * <p>It reads what was published to PostgreSQL and needs no Spark; nothing is computed here.
 */
@NullMarked
package dev.ingot.recommender.cli;

import org.jspecify.annotations.NullMarked;
