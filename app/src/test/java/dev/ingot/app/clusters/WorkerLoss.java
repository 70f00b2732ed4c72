package dev.ingot.app.clusters;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskStart;

/** Kills a worker of a cluster as soon as the first one of its executors has begun some tasks. Made by Spark, by its name. */
public final class WorkerLoss extends SparkListener {
    /** The cluster, until it has lost one. */
    static final AtomicReference<StandaloneCluster> LOSING = new AtomicReference<>();

    private static final int TASKS = 5;

    private final AtomicInteger begun = new AtomicInteger();

    @Override
    public void onTaskStart(SparkListenerTaskStart task) {
        StandaloneCluster cluster = LOSING.get();
        if (cluster != null && begun.incrementAndGet() == TASKS) {
            cluster.loseWorkerOf(task.taskInfo().executorId());
            LOSING.set(null);
        }
    }
}
