package dev.ingot.spark.commit;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.SparkJobInfo;
import org.apache.spark.SparkStageInfo;
import org.apache.spark.SparkStatusTracker;

/** The tasks of this thread's jobs: when one of them fails its job fails at once, and the others are only told to stop. */
final class RunningTasks {
    /** What does not end by then cleans up after itself when it does. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration LOOK = Duration.ofMillis(10);

    private RunningTasks() {}

    /** Waits for their end, but not for ever, and not for whoever is interrupted. */
    static void await(SparkContext context) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        if (context.isStopped() || !isHeard(context)) {
            return;
        }
        String group = context.getLocalProperty("spark.jobGroup.id");
        while (count(context.statusTracker(), group) > 0
                && System.nanoTime() < deadline
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    /** Spark tells its listeners of what has begun and ended a little later than whoever waits for a job. */
    private static boolean isHeard(SparkContext context) {
        try {
            context.listenerBus().waitUntilEmpty(PATIENCE.toMillis());
            return true;
        } catch (TimeoutException e) {
            return false;
        }
    }

    private static int count(SparkStatusTracker tracker, String group) {
        return IntStream.of(tracker.getJobIdsForGroup(group))
                .mapToObj(tracker::getJobInfo)
                .flatMap(job -> Scala.<SparkJobInfo>stream(job))
                .flatMapToInt(job -> IntStream.of(job.stageIds()))
                .mapToObj(tracker::getStageInfo)
                .flatMap(stage -> Scala.<SparkStageInfo>stream(stage))
                .mapToInt(SparkStageInfo::numActiveTasks)
                .sum();
    }
}
