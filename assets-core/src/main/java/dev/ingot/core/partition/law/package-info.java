/**
 * The laws that mappings between partitions keep, to be called from a test. Start at
 * {@link dev.ingot.core.partition.law.PartitionMappingLaws}.
 *
 * <p>It ships with the framework, for users write mappings: no test library may be imported.
 */
@NullMarked
package dev.ingot.core.partition.law;

import org.jspecify.annotations.NullMarked;
