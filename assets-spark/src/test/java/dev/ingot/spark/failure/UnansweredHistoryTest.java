package dev.ingot.spark.failure;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.FailureKind;
import dev.ingot.core.storage.LocalObjectStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.commit.EarlierFiles;
import dev.ingot.spark.commit.Replaced;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.step.SparkFailureKinds;
import dev.ingot.spark.testing.TestSpark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that does not answer has lost nothing: going back to an earlier version may be tried again. */
final class UnansweredHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void whatCannotBeReadIsNotGone() {
        var configuration = TestSpark.session().sparkContext().hadoopConfiguration();
        configuration.set("fs.faulty.impl", FaultyDisk.class.getName());
        configuration.set("fs.AbstractFileSystem.faulty.impl", FaultyContextDisk.class.getName());
        Location table = new Location(
                new FaultyStore(new LocalObjectStore(folder)),
                ObjectPath.of("table"),
                "faulty:" + folder.resolve("table"));
        for (String year : List.of("1997", "1998")) {
            rows(Fruit.COLUMNS, row("apple", 5, year))
                    .write()
                    .format("delta")
                    .mode("append")
                    .save(table.uri());
        }
        Faults.arm(0, false);
        check(table);
        int calls = Faults.calls().size();

        List<FailureKind> kinds = new ArrayList<>();
        for (int nth = 1; nth <= calls; nth++) {
            Faults.arm(nth, false);
            Throwable failure = catchThrowable(() -> check(table));
            Faults.arm(0, false);
            if (failure != null) {
                kinds.add(SparkFailureKinds.of(failure));
            }
        }
        assertThat(kinds).isNotEmpty().containsOnly(FailureKind.TRANSIENT);
        check(table);
    }

    private static void check(Location table) {
        AssetKey asset = Fruit.RAW;
        EarlierFiles.of(TestSpark.session(), asset, table, 0, Replaced.everything(List.of()))
                .check();
    }
}
