package dev.ingot.spark.session;

import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.StepId;
import dev.ingot.core.log.LogContext;
import java.util.Locale;
import org.apache.spark.TaskFailedReason;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.scheduler.StageInfo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has become of the jobs of one step so far. Only the thread of Spark's listeners calls it. */
final class StepJobs {
    private static final Logger LOG = LoggerFactory.getLogger(StepJobs.class);

    private final StepId step;
    private final StepSignals signals;
    private long done;
    private long total;
    private long rows;

    StepJobs(StepId step, StepSignals signals) {
        this.step = step;
        this.signals = signals;
    }

    void begins(StageInfo stage) {
        total += stage.numTasks();
        tell();
    }

    void ends(SparkListenerTaskEnd task) {
        if (task.taskInfo().successful()) {
            done++;
            rows += task.taskMetrics() == null
                    ? 0
                    : task.taskMetrics().outputMetrics().recordsWritten();
            tell();
        } else if (task.reason() instanceof TaskFailedReason why) {
            log("task " + task.taskInfo().id() + " of stage " + task.stageId() + " failed: " + why.toErrorString());
        }
    }

    void ends(StageInfo stage) {
        String took =
                stage.submissionTime().isDefined() && stage.completionTime().isDefined()
                        ? String.format(
                                Locale.ROOT,
                                " in %.1f s",
                                (time(stage.completionTime()) - time(stage.submissionTime())) / 1000.0)
                        : "";
        log("stage " + stage.stageId() + " (" + stage.name() + "): " + stage.numTasks() + " tasks" + took
                + (stage.failureReason().isDefined()
                        ? ", failed: " + stage.failureReason().get()
                        : ""));
    }

    private static long time(scala.Option<Object> millis) {
        return (Long) millis.get();
    }

    private void tell() {
        signals.advanced(new Advance(done, total, rows));
    }

    private void log(String line) {
        LogContext.in(step, () -> {
            LOG.info(line);
            return line;
        });
    }
}
