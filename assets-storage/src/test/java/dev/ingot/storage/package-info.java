/** The contract of object stores, on real servers. */
@NullMarked
package dev.ingot.storage;

import org.jspecify.annotations.NullMarked;
