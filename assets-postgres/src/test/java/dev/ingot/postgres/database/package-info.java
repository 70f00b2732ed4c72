/** Tests against the real server. */
@NullMarked
package dev.ingot.postgres.database;

import org.jspecify.annotations.NullMarked;
