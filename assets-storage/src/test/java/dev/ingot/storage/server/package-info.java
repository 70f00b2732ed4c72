/** The servers that the tests talk to, as child processes on free ports of the loopback address, and the faults between them. */
@NullMarked
package dev.ingot.storage.server;

import org.jspecify.annotations.NullMarked;
