/**
 * How long planning takes for projects that are bigger than anyone's: {@link dev.ingot.bench.planning.PlanningBench}. Runs with
 * the core alone; neither Spark nor a database is on its path.
 */
@NullMarked
package dev.ingot.bench.planning;

import org.jspecify.annotations.NullMarked;
