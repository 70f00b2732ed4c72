package dev.ingot.spark.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.engine.StepSignals;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.spark.disk.ContextDisk;
import dev.ingot.spark.disk.Disk;
import dev.ingot.spark.disk.RawDisk;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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

class SparkRuntimeTest {
    /** Static, because tasks run in this JVM: the test waits for them. */
    private static final CountDownLatch RUNNING = new CountDownLatch(1);

    private static final StepId STEP = new StepId(RunId.create(MutableClock.create()), 1);

    private static final class Signals implements StepSignals {
        final AtomicReference<Runnable> action = new AtomicReference<>(() -> {});

        @Override
        public void progress(String doing) {}

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
        } finally {
            threads.shutdownNow();
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
