/**
 * The command that looks at everything a project needs. Start at {@link dev.ingot.cli.command.doctor.DoctorCommand}.
 *
 * <p>What is looked at is contributed by the modules, each its own.
 */
@NullMarked
package dev.ingot.cli.command.doctor;

import org.jspecify.annotations.NullMarked;
