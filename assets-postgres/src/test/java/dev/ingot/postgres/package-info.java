/** Tests of the values that everything on PostgreSQL shares. */
@NullMarked
package dev.ingot.postgres;

import org.jspecify.annotations.NullMarked;
