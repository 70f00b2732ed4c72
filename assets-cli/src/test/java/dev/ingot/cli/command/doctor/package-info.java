/** Tests of the doctor. */
@NullMarked
package dev.ingot.cli.command.doctor;

import org.jspecify.annotations.NullMarked;
