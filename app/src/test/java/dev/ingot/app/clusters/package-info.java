/**
 * The product on Spark clusters: a standalone one, YARN and Kubernetes' stand-in, all of them processes on this machine. Start at
 * {@link dev.ingot.app.clusters.StandaloneTest}.
 */
@NullMarked
package dev.ingot.app.clusters;

import org.jspecify.annotations.NullMarked;
