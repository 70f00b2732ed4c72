/** Tests of what only Azure has. */
@NullMarked
package dev.ingot.storage.azure;

import org.jspecify.annotations.NullMarked;
