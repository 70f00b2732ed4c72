@NullMarked
package dev.ingot.gold.movielens;

import org.jspecify.annotations.NullMarked;
