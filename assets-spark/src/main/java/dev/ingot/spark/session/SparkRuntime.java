package dev.ingot.spark.session;

import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.StepId;
import dev.ingot.core.log.LogContext;
import dev.ingot.core.log.RunLogs;
import dev.ingot.spark.SparkErrors;
import dev.ingot.spark.SparkSettings;
import dev.ingot.spark.lake.LakeStore;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/**
 * The one Spark of the process, started by the first who needs it. Thread-safe.
 *
 * <p>Spark's own shutdown hook is left in place: it runs when the JVM exits, and not before whoever handles the signals of
 * the process has let it. Whoever does must therefore take INT and TERM as signals, not by a shutdown hook beside Spark's,
 * and exit after the run has ended.
 */
public final class SparkRuntime implements AutoCloseable {
    /** Spark never forgets a scheduler pool; more steps than that do not run at once. */
    private static final int POOLS = 64;

    private final Settings settings;
    private final LakeStore lake;
    private final ScratchFolder scratch;
    private final AtomicLong attempts = new AtomicLong();
    private @Nullable Started started;

    /** Spark on tables of the local disk. */
    public SparkRuntime(Settings settings) {
        this(settings, LakeStore.ofDisk(SparkSettings.lake(settings)));
    }

    /** Spark on the tables of a store. */
    public SparkRuntime(Settings settings, LakeStore lake) {
        this.settings = settings;
        this.lake = lake;
        this.scratch = new ScratchFolder(settings.state().toAbsolutePath().resolve("tmp"));
    }

    /** What a step does with its session. */
    @FunctionalInterface
    public interface Work<T> {
        T with(SparkSession session) throws Exception;
    }

    /** A running Spark, who watches its jobs, and what it loads classes by. No class of Spark is loaded before there is one. */
    private record Started(SparkSession root, JobWatch watch, AbsentClasses classes) {}

    /** The session that all others come from; starts Spark, again if the code of an asset has stopped it. */
    public SparkSession session() {
        return started().root();
    }

    /**
     * A session of its own for somebody who writes to tables outside of steps.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code unsafe-store} as {@link #inStep} does
     */
    public SparkSession writing() {
        lake.ensureSafe();
        return session().newSession();
    }

    private synchronized Started started() {
        if (started == null || isStopped(started.root())) {
            AbsentClasses classes = AbsentClasses.ofThisThread();
            SparkSession root = classes.during(() -> SparkStart.session(settings, lake, scratch.create()));
            started = new Started(root, JobWatch.of(root.sparkContext()), classes);
        }
        return started;
    }

    public synchronized boolean isStarted() {
        return started != null && !isStopped(started.root());
    }

    private static boolean isStopped(SparkSession session) {
        return session.sparkContext().isStopped();
    }

    /**
     * Runs a step's work in this thread, with a session of its own, in a scheduler pool of its own. When the signals say so
     * its jobs are cancelled, those that it would start afterwards included, but not those of another attempt at the same step:
     * Spark refuses the jobs of a cancelled group for ever. The signals are told how far the jobs have come.
     *
     * @throws dev.ingot.core.error.IngotException with code {@code unsafe-store} if the lake's store may be shared and is not
     *     made for it
     */
    public <T> T inStep(StepId step, StepSignals signals, Work<T> work) throws Exception {
        lake.ensureSafe();
        Started spark = started();
        SparkSession session = spark.root().newSession();
        SparkContext context = session.sparkContext();
        long attempt = attempts.incrementAndGet();
        String name = step + "#" + attempt;
        context.setJobGroup(name, name, false);
        context.addJobTag(name);
        context.setLocalProperty("spark.scheduler.pool", "step-" + attempt % POOLS);
        context.setLocalProperty(LogContext.KEY, RunLogs.name(step));
        spark.watch().begin(step, signals);
        SparkSession.setActiveSession(session);
        signals.onCancel(() -> {
            context.cancelJobsWithTag(name, "cancelled");
            context.cancelJobGroupAndFutureJobs(name, "cancelled");
        });
        try {
            return spark.classes().during(() -> work.with(session));
        } catch (Throwable failure) {
            if (isStopped(session) && !signals.isCancelled()) {
                throw SparkErrors.stopped(step, context.master(), failure);
            }
            throw failure;
        } finally {
            signals.onCancel(() -> {});
            SparkSession.clearActiveSession();
            spark.watch().end(step);
            context.setLocalProperty(LogContext.KEY, null);
            context.setLocalProperty("spark.scheduler.pool", null);
            context.removeJobTag(name);
            context.clearJobGroup();
        }
    }

    /** Stops Spark, if it was started, and removes what it kept on disk for itself. */
    @Override
    public synchronized void close() {
        if (started != null) {
            started.root().stop();
            started = null;
            scratch.delete();
        }
    }
}
