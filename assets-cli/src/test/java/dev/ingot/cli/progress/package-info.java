/** Tests of what commands tell about plans and runs. */
@NullMarked
package dev.ingot.cli.progress;

import org.jspecify.annotations.NullMarked;
