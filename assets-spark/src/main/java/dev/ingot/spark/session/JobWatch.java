package dev.ingot.spark.session;

import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.StepId;
import dev.ingot.core.log.LogContext;
import dev.ingot.core.log.RunLogs;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/**
 * Hears of every stage and task, and tells the step that they work for. A stage is known by the local property that also leads
 * what its tasks log to the step's log.
 */
final class JobWatch extends SparkListener {
    private final Map<String, StepJobs> steps = new ConcurrentHashMap<>();
    /** Touched by the thread of Spark's listeners alone. */
    private final Map<Integer, StepJobs> stages = new HashMap<>();

    private JobWatch() {}

    /** One that hears of everything from now on. */
    static JobWatch of(SparkContext context) {
        JobWatch watch = new JobWatch();
        context.addSparkListener(watch);
        return watch;
    }

    void begin(StepId step, StepSignals signals) {
        steps.put(RunLogs.name(step), new StepJobs(step, signals));
    }

    /** What is under way of the step is still told. */
    void end(StepId step) {
        steps.remove(RunLogs.name(step));
    }

    @Override
    public void onStageSubmitted(SparkListenerStageSubmitted event) {
        Properties properties = event.properties();
        String name = properties == null ? null : properties.getProperty(LogContext.KEY);
        StepJobs jobs = name == null ? null : steps.get(name);
        if (jobs != null) {
            stages.put(event.stageInfo().stageId(), jobs);
            jobs.begins(event.stageInfo());
        }
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd event) {
        StepJobs jobs = stages.get(event.stageId());
        if (jobs != null) {
            jobs.ends(event);
        }
    }

    @Override
    public void onStageCompleted(SparkListenerStageCompleted event) {
        StepJobs jobs = stages.remove(event.stageInfo().stageId());
        if (jobs != null) {
            jobs.ends(event.stageInfo());
        }
    }
}
