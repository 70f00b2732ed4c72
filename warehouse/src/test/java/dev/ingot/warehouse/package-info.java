@NullMarked
package dev.ingot.warehouse;

import org.jspecify.annotations.NullMarked;
