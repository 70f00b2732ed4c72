/** Tests of what commands tell about plans and runs. */
@NullMarked
package dev.ingot.cli.execution;

import org.jspecify.annotations.NullMarked;
