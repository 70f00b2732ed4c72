package dev.ingot.spark.commit;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.util.TaskCompletionListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A write that fails ends before all of its tasks do, and still leaves no file behind. */
class StragglerTest {
    private static Straggler straggler = new Straggler();

    @TempDir
    Path folder;

    @BeforeEach
    void renew() {
        straggler = new Straggler();
    }

    /** Of two tasks the one that stays at work when the other has failed, until it is released. */
    private static final class Straggler {
        private final CountDownLatch atWork = new CountDownLatch(1);
        private final CountDownLatch released = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);

        private Row holds(Row row) {
            TaskContext.get().addTaskCompletionListener((TaskCompletionListener) any -> ended.countDown());
            atWork.countDown();
            while (released.getCount() > 0) {
                // Spark interrupts it, if at all, before it comes to write.
                LockSupport.parkNanos(1_000_000);
            }
            Thread.interrupted();
            return row;
        }
    }

    private static Row failsOrStays(Row row) throws InterruptedException {
        if (row.getString(0).equals("stays")) {
            return straggler.holds(row);
        }
        straggler.atWork.await();
        throw new IllegalStateException("this row is bad");
    }

    @Test
    void whatItWritesAfterItsJobHasFailedIsRemovedToo() throws Exception {
        Thread closing = Thread.currentThread();
        CountDownLatch closed = new CountDownLatch(1);
        Thread release = new Thread(() -> {
            while (closing.getState() != Thread.State.TIMED_WAITING && closed.getCount() > 0) {
                Thread.onSpinWait();
            }
            straggler.released.countDown();
        });
        release.setDaemon(true);
        failsAnd(release::start);
        closed.countDown();
        straggler.ended.await();
        assertThat(dataFiles()).isEmpty();
    }

    @Test
    void oneThatIsNotWaitedForRemovesItsOwn() throws Exception {
        failsAnd(() -> {});
        assertThat(straggler.ended.getCount()).isEqualTo(1);
        straggler.released.countDown();
        straggler.ended.await();
        assertThat(dataFiles()).isEmpty();
    }

    /** @param meanwhile what happens between the failure and the end of the commit */
    private void failsAnd(Runnable meanwhile) {
        StepId step = new StepId(RunId.create(MutableClock.create()), 1);
        Lease lease = new Lease(step, Fruit.CLEAN, PartitionSet.whole(), 2);
        // Where rows are sorted by slice first, a task notices in time that it is to stop.
        Replaced everything = Replaced.everything(List.of());
        try (SliceCommit commit =
                SliceCommit.begin(TestSpark.session(), Location.ofDisk(folder.resolve("table")), everything, lease)) {
            Dataset<Row> two = rows("name string, year string", row("fails", "1997"), row("stays", "1998"));
            Dataset<Row> rows = commit.align(
                    two.map((MapFunction<Row, Row>) StragglerTest::failsOrStays, Encoders.row(two.schema())));
            assertThat(rows.rdd().getNumPartitions()).isEqualTo(2);
            assertThatThrownBy(() -> commit.write(rows)).hasStackTraceContaining("this row is bad");
            meanwhile.run();
        }
    }

    private List<Path> dataFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }
}
