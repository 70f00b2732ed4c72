@NullMarked
package dev.ingot.examples.weather;

import org.jspecify.annotations.NullMarked;
