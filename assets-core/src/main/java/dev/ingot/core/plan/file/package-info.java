/**
 * Plans that are kept: as JSON, with what they were made on, so that a plan that was read and approved is what runs, or nothing
 * does. Start at {@link dev.ingot.core.plan.file.PlanFile}; the format is described in {@code docs/spec/plan.md}.
 *
 * <p>Where the text is kept is the business of those who ask for it.
 */
@NullMarked
package dev.ingot.core.plan.file;

import org.jspecify.annotations.NullMarked;
