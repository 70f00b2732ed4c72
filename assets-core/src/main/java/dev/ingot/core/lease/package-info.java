/**
 * The rights to write slices, so that several runs can work on one project: a port with its in-memory reference. Start at
 * {@link dev.ingot.core.lease.LeaseStore}.
 *
 * <p>Which slices a step needs, and what happens while it waits for them, is the engine's matter; how a table keeps a former
 * holder from committing is its executor's.
 */
@NullMarked
package dev.ingot.core.lease;

import org.jspecify.annotations.NullMarked;
