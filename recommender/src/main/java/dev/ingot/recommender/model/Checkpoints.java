package dev.ingot.recommender.model;

import org.apache.spark.SparkContext;
import org.apache.spark.SparkFiles;

/**
 * Gives ALS a folder in which it can cut its lineage.
 *
 * <p>Each iteration hangs on the one before; after some ten of them, a task that carries the whole chain overflows the
 * stack of the thread that reads it. On a cluster the folder must be shared, so there it is the session's own setting
 * ({@code spark.checkpoint.dir}) or none.
 */
final class Checkpoints {

    /** Iterations between two checkpoints. */
    static final int INTERVAL = 3;

    private Checkpoints() {}

    /** Names a folder that goes with the session, unless there is one. */
    static synchronized void ensure(SparkContext context) {
        if (context.isLocal() && context.getCheckpointDir().isEmpty()) {
            context.setCheckpointDir(SparkFiles.getRootDirectory() + "/checkpoints");
        }
    }
}
