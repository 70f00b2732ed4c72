/**
 * The product on Spark clusters: a standalone one, and a stand-in for Kubernetes, both of processes on this machine. Start at
 * {@link dev.ingot.app.clusters.StandaloneTest}.
 */
@NullMarked
package dev.ingot.app.clusters;

import org.jspecify.annotations.NullMarked;
