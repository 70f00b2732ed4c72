/** Tests against the real server. */
@NullMarked
package dev.ingot.postgres.store;

import org.jspecify.annotations.NullMarked;
