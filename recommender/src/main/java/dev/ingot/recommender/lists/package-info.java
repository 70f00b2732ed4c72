/**
 * Which movies to show to a user, and in which order. Start with {@link dev.ingot.recommender.lists.TopLists}. It knows predictions, and
 * nothing of how they are made, of assets and of tables.
 */
@NullMarked
package dev.ingot.recommender.lists;

import org.jspecify.annotations.NullMarked;
