/** Tests against the real server. */
@NullMarked
package dev.ingot.postgres.publish;

import org.jspecify.annotations.NullMarked;
