/** Tests of the product as a whole. Start at {@link dev.ingot.app.ArchitectureTest}, which says who may depend on whom. */
@NullMarked
package dev.ingot.app;

import org.jspecify.annotations.NullMarked;
