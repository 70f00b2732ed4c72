package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.engine.executor.Advance;
import dev.ingot.core.engine.executor.StepSignals;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.log.LogContext;
import dev.ingot.core.log.RunLogs;
import dev.ingot.spark.disk.ContextDisk;
import dev.ingot.spark.disk.Disk;
import dev.ingot.spark.disk.RawDisk;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class SparkRuntimeTest {
    /** Static, because tasks run in this JVM: the test waits for them. */
    private static final CountDownLatch RUNNING = new CountDownLatch(1);

    private static final Logger LOG = LoggerFactory.getLogger(SparkRuntimeTest.class);

    private static final StepId STEP = new StepId(RunId.create(MutableClock.create()), 1);

    private static final class Signals implements StepSignals {
        final List<Advance> advances = new CopyOnWriteArrayList<>();
        final AtomicReference<Runnable> action = new AtomicReference<>(() -> {});

        @Override
        public void progress(String doing) {}

        @Override
        public void advanced(Advance advance) {
            advances.add(advance);
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public void onCancel(Runnable next) {
            action.set(next);
        }
    }

    private static long forEver(SparkSession session) {
        return session.range(2)
                .map(
                        (MapFunction<Long, Long>) id -> {
                            RUNNING.countDown();
                            while (!org.apache.spark.TaskContext.get().isInterrupted()) {
                                Thread.onSpinWait();
                            }
                            return id;
                        },
                        Encoders.LONG())
                .count();
    }

    @Test
    void cancellingAStepCancelsItsJobsAndNoOthers() throws Exception {
        ExecutorService threads = Executors.newSingleThreadExecutor();
        Signals signals = new Signals();
        try {
            Future<Long> step =
                    threads.submit(() -> TestSpark.runtime().inStep(STEP, signals, SparkRuntimeTest::forEver));
            assertThat(RUNNING.await(60, TimeUnit.SECONDS)).isTrue();

            signals.action.get().run();

            assertThatThrownBy(() -> step.get(60, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .hasStackTraceContaining("cancelled");
            assertThat(TestSpark.session().range(7).count()).isEqualTo(7);
            long again = TestSpark.runtime()
                    .inStep(
                            STEP,
                            StepSignals.none(),
                            session -> session.range(7).count());
            assertThat(again).as("the next attempt at the step").isEqualTo(7);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Ends when all that Spark's listeners are told has been told. */
    private static void settle() throws Exception {
        TestSpark.session().sparkContext().listenerBus().waitUntilEmpty(60_000);
    }

    @Test
    void theLogOfAStepHoldsWhatItsThreadAndItsTasksLogAndWhatBecameOfItsJobs(@TempDir Path folder) throws Exception {
        StepId step = new StepId(RunId.create(MutableClock.create()), 2);
        TestSpark.session();
        SparkLog.into(folder, "warn");

        LogContext.in(step, () -> {
            LOG.info("said by the thread");
            return inStep(
                    step,
                    StepSignals.none(),
                    session -> session.range(0, 4, 1, 3)
                            .map(
                                    (MapFunction<Long, Long>) id -> {
                                        LOG.info("said of row {}", id);
                                        return id;
                                    },
                                    Encoders.LONG())
                            .count());
        });
        LOG.info("said by nobody");
        settle();

        assertThat(new RunLogs(folder).file(step))
                .content()
                .contains("said by the thread", "said of row 0", "said of row 3", "): 3 tasks in ")
                .doesNotContain("said by nobody");
    }

    @Test
    void aTaskThatFailsIsInTheLogOfItsStep(@TempDir Path folder) throws Exception {
        StepId step = new StepId(RunId.create(MutableClock.create()), 3);
        TestSpark.session();
        SparkLog.into(folder, "error");

        assertThatThrownBy(() -> inStep(
                        step,
                        StepSignals.none(),
                        session -> session.range(1)
                                .map(
                                        (MapFunction<Long, Long>) id -> {
                                            throw new IllegalArgumentException("not this row");
                                        },
                                        Encoders.LONG())
                                .count()))
                .isNotNull();
        settle();

        assertThat(new RunLogs(folder).file(step))
                .content()
                .contains(" failed: ", "not this row", "SparkRuntimeTest.java:");
    }

    @Test
    void theSignalsAreToldHowFarTheJobsHaveCome(@TempDir Path folder) throws Exception {
        Signals signals = new Signals();

        TestSpark.runtime().inStep(STEP, signals, session -> {
            session.range(0, 100, 1, 5).write().parquet(folder.resolve("rows").toString());
            return "";
        });
        settle();

        assertThat(signals.advances).startsWith(new Advance(0, 5, 0)).endsWith(new Advance(5, 5, 100));
    }

    private static <T> T inStep(StepId step, StepSignals signals, SparkRuntime.Work<T> work) {
        try {
            return TestSpark.runtime().inStep(step, signals, work);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void aStepsSettingsAreItsOwn() throws Exception {
        SparkSession session = TestSpark.runtime().inStep(STEP, StepSignals.none(), own -> {
            own.conf().set("spark.sql.shuffle.partitions", "77");
            own.range(1).createOrReplaceTempView("mine");
            return own;
        });

        assertThat(session.conf().get("spark.sql.shuffle.partitions")).isEqualTo("77");
        assertThat(TestSpark.session().conf().get("spark.sql.shuffle.partitions"))
                .isEqualTo("2");
        assertThat(TestSpark.session().catalog().tableExists("mine")).isFalse();
    }

    @Test
    void theDiskIsOursToBothOfHadoopsInterfaces() throws Exception {
        Configuration configuration = TestSpark.session().sparkContext().hadoopConfiguration();

        assertThat(FileSystem.get(URI.create("file:///"), configuration)).isInstanceOf(Disk.class);
        assertThat(FileContext.getFileContext(URI.create("file:///"), configuration)
                        .getDefaultFileSystem())
                .isInstanceOf(ContextDisk.class);
    }

    @Test
    void filesGetTheirPermissionsWithoutAProcess(@TempDir Path folder) throws Exception {
        org.apache.hadoop.fs.Path file =
                new org.apache.hadoop.fs.Path(folder.resolve("file").toString());
        try (RawDisk disk = new RawDisk()) {
            disk.initialize(URI.create("file:///"), new Configuration(false));
            disk.create(file).close();

            disk.setPermission(file, new FsPermission("640"));
        }

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("file"))))
                .isEqualTo("rw-r-----");
    }
}
