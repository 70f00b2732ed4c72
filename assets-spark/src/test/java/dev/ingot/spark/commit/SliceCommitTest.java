package dev.ingot.spark.commit;

import static dev.ingot.spark.testing.TestSpark.row;
import static dev.ingot.spark.testing.TestSpark.rows;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.lease.Grant;
import dev.ingot.core.lease.Lease;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.lake.Location;
import dev.ingot.spark.testing.MutableClock;
import dev.ingot.spark.testing.TestSpark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we need of Delta's transactions, which are an internal interface: to be read before Delta gets a new version. */
class SliceCommitTest {
    private static final List<String> YEAR = List.of("year");
    private static final Replaced ALL = Replaced.everything(YEAR);
    private static final String COLUMNS = "name string, year string";

    @TempDir
    Path folder;

    Path table;
    private long tokens;
    final MutableClock clock = MutableClock.create();

    @BeforeEach
    void place() {
        table = folder.resolve("a table");
    }

    private static Replaced slices(String... years) {
        return Replaced.slices(YEAR, PartitionSet.of(years));
    }

    private StepId next() {
        clock.advance(Duration.ofMinutes(1));
        return new StepId(RunId.create(clock), 1);
    }

    private SliceCommit begin(Replaced replaced, StepId step) {
        return begin(replaced, lease(replaced, step));
    }

    private SliceCommit begin(Replaced replaced, Lease lease) {
        return SliceCommit.begin(TestSpark.session(), Location.ofDisk(table), replaced, lease);
    }

    private void fence(Lease lease, Lease... over) {
        SliceCommit.fence(TestSpark.session(), Location.ofDisk(table), new Grant.Granted(lease, List.of(over)));
    }

    private Lease lease(Replaced replaced, StepId step) {
        tokens += 2;
        PartitionSet slices = replaced.everything() ? PartitionSet.whole() : replaced.slices();
        return new Lease(step, Fruit.CLEAN, slices, tokens);
    }

    private Materialization materialization(StepId step) {
        Slice slice = new Slice(PartitionKey.of("1997"), "1-ff", 1, 2, Map.of("bronze/fruit/harvest", "3-1"));
        return new Materialization(
                step, Fruit.CLEAN, 0, "code", clock.instant(), List.of(slice), PartitionSet.of("1990"));
    }

    private Materialization commit(Replaced replaced, Dataset<Row> rows) {
        StepId step = next();
        try (SliceCommit commit = begin(replaced, step)) {
            commit.write(commit.align(rows));
            return commit.commit(materialization(step));
        }
    }

    private Dataset<Row> read() {
        return TestSpark.session().read().format("delta").load(table.toString());
    }

    private List<Row> content() {
        return read().orderBy("year", "name").collectAsList();
    }

    private List<Path> dataFiles() throws IOException {
        if (!Files.exists(table)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }

    private static void assertFails(ErrorCode code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        IngotException.class,
                        e -> assertThat(e.diagnostic().code()).isEqualTo(code));
    }

    @Test
    void replacesExactlyItsSlices() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998"), row("c", "1999")));

        Materialization done =
                commit(slices("1998", "1999", "2000"), rows(COLUMNS, row("d", "1998"), row("e", "2000")));

        assertThat(done.tableVersion()).isEqualTo(1);
        assertThat(content()).containsExactly(row("a", "1997"), row("d", "1998"), row("e", "2000"));
    }

    @Test
    void everythingIncludesRowsWithoutASlice() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", null)));
        assertThat(read().count()).isEqualTo(2);

        commit(ALL, rows(COLUMNS, row("c", "1998")));

        assertThat(content()).containsExactly(row("c", "1998"));
    }

    @Test
    void tellsTheRowsWrittenBySlice() {
        try (SliceCommit commit = begin(ALL, next())) {
            Dataset<Row> rows = rows(COLUMNS, row("a", "1997"), row("b", "1997"), row("c", null));

            assertThat(commit.write(commit.align(rows)))
                    .isEqualTo(Map.of(PartitionKey.of("1997"), 2L, PartitionKey.whole(), 1L));
        }
    }

    @Test
    void partitionKeysKeepWhatPathsCannot() {
        PartitionKey key = PartitionKey.of("50% a/b='ü'");
        Replaced replaced = Replaced.slices(YEAR, PartitionSet.of(List.of(key)));
        commit(replaced, rows(COLUMNS, row("a", key.toString())));
        commit(replaced, rows(COLUMNS, row("b", key.toString())));

        assertThat(content()).containsExactly(row("b", key.toString()));
    }

    @Test
    void theCommitCarriesItsMaterialization() {
        Materialization done = commit(ALL, rows(COLUMNS, row("a", "1997")));

        assertThat(done).isEqualTo(materialization(done.step()).under(tokens));
        assertThat(CommitLog.of(Location.ofDisk(table)).at(0)).contains(done);
        assertThat(read().sparkSession()
                        .sql("describe history delta.`" + table + "`")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void aStepThatCommittedIsFoundUntilItsSlicesAreReplaced() {
        Materialization first = commit(slices("1997"), rows(COLUMNS, row("a", "1997")));

        try (SliceCommit again = begin(slices("1997"), first.step())) {
            assertThat(again.done()).contains(first);
        }
        commit(ALL, rows(COLUMNS, row("c", "1997")));
        try (SliceCommit again = begin(slices("1997"), first.step())) {
            assertThat(again.done()).isEmpty();
        }
        try (SliceCommit other = begin(ALL, next())) {
            assertThat(other.done()).isEmpty();
        }
    }

    @Test
    void ofTwoThatReplaceTheSameSliceTheOneWithTheFormerLeaseLoses() throws IOException {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));
        StepId step = next();
        try (SliceCommit slow = begin(slices("1997"), step)) {
            slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
            commit(slices("1997"), rows(COLUMNS, row("fast", "1997")));

            assertFails(ErrorCode.LEASE_LOST, () -> slow.commit(materialization(step)));
        }

        assertThat(content()).containsExactly(row("fast", "1997"), row("b", "1998"));
        assertThat(dataFiles()).hasSize(3);
    }

    @Test
    void aFenceKeepsFormerHoldersOutWhereverTheyAreAndChangesNoRow() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));
        for (Replaced former : List.of(slices("1997"), ALL)) {
            for (Replaced later : List.of(slices("1997"), slices("1997", "1999"), ALL)) {
                StepId step = next();
                Lease lost = lease(former, step);
                try (SliceCommit slow = begin(former, lost)) {
                    slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
                    Lease taken = lease(later, next());
                    fence(taken, lost);

                    assertFails(ErrorCode.LEASE_LOST, () -> slow.commit(materialization(step)));
                    assertFails(ErrorCode.LEASE_LOST, () -> begin(former, lost));
                    assertFails(ErrorCode.LEASE_LOST, () -> fence(lost));
                    begin(later, taken).close();
                }
            }
        }
        assertThat(content()).containsExactly(row("a", "1997"), row("b", "1998"));
    }

    @Test
    void aFenceLeavesHoldersOfOtherSlicesAlone() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));
        StepId step = next();
        try (SliceCommit slow = begin(slices("1997"), step)) {
            slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
            Lease former = lease(slices("1998", "1999"), next());
            fence(lease(slices("1998"), next()), former);

            assertThat(slow.commit(materialization(step)).tableVersion()).isEqualTo(2);
        }
        assertThat(content()).containsExactly(row("slow", "1997"), row("b", "1998"));
    }

    @Test
    void ofTwoWhoTakeSlicesOfOneLostLeaseNeitherKeepsTheOtherOut() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));
        for (Replaced former : List.of(slices("1997", "1998"), ALL)) {
            Lease lost = lease(former, next());
            StepId step = next();
            Lease first = lease(slices("1997"), step);
            StepId other = next();
            Lease second = lease(slices("1998"), other);
            fence(second, lost);
            fence(first, lost);
            try (SliceCommit one = begin(slices("1997"), first);
                    SliceCommit two = begin(slices("1998"), second)) {
                assertFails(ErrorCode.LEASE_LOST, () -> begin(former, lost));
                one.write(one.align(rows(COLUMNS, row("c", "1997"))));
                one.commit(materialization(step));
                two.write(two.align(rows(COLUMNS, row("d", "1998"))));
                two.commit(materialization(other));
            }
        }
        assertThat(content()).containsExactly(row("c", "1997"), row("d", "1998"));
    }

    @Test
    void aFenceKeepsFormerHoldersFromMakingTheTable() throws IOException {
        for (Replaced former : List.of(slices("1997"), ALL)) {
            for (Replaced later : List.of(slices("1997"), slices("1997", "1999"), ALL)) {
                table = folder.resolve("table " + tokens);
                StepId step = next();
                Lease lost = lease(former, step);
                StepId heir = next();
                Lease taken = lease(later, heir);
                try (SliceCommit slow = begin(former, lost)) {
                    slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
                    fence(taken, lost);

                    assertFails(ErrorCode.LEASE_LOST, () -> slow.commit(materialization(step)));
                    assertFails(ErrorCode.LEASE_LOST, () -> begin(former, lost));
                }
                assertThat(dataFiles()).isEmpty();
                try (SliceCommit commit = begin(later, taken)) {
                    commit.empty(materialization(heir));
                    commit.write(commit.align(rows(COLUMNS, row("heir", "1997"))));
                    assertThat(commit.commit(materialization(heir)).tableVersion())
                            .isEqualTo(1);
                }
                assertThat(content()).containsExactly(row("heir", "1997"));
                commit(slices("1998"), rows(COLUMNS, row("next", "1998")));
                assertThat(content()).containsExactly(row("heir", "1997"), row("next", "1998"));
            }
        }
    }

    @Test
    void ofTwoThatTakeOverWhereThereIsNoTableBothCommit() {
        Lease lost = lease(ALL, next());
        StepId step = next();
        Lease first = lease(slices("1997"), step);
        StepId other = next();
        Lease second = lease(slices("1998"), other);
        fence(first, lost);
        fence(second, lost);
        try (SliceCommit one = begin(slices("1997"), first);
                SliceCommit two = begin(slices("1998"), second)) {
            one.write(one.align(rows(COLUMNS, row("c", "1997"))));
            two.write(two.align(rows(COLUMNS, row("d", "1998"))));
            one.commit(materialization(step));
            two.commit(materialization(other));
        }
        assertThat(content()).containsExactly(row("c", "1997"), row("d", "1998"));
    }

    @Test
    void ofTwoThatCreateTheTableWithDifferentSlicesBothCommit() {
        StepId step = next();
        try (SliceCommit slow = begin(slices("1997"), step)) {
            slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
            commit(slices("1998"), rows(COLUMNS, row("fast", "1998")));

            assertThat(slow.commit(materialization(step)).tableVersion()).isEqualTo(1);
        }
        assertThat(content()).containsExactly(row("slow", "1997"), row("fast", "1998"));
    }

    @Test
    void ofTwoThatCreateTheTableTheOneWithTheFormerLeaseLoses() {
        StepId step = next();
        try (SliceCommit slow = begin(ALL, step)) {
            slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
            commit(ALL, rows(COLUMNS, row("fast", "1997")));

            assertFails(ErrorCode.LEASE_LOST, () -> slow.commit(materialization(step)));
        }

        assertThat(content()).containsExactly(row("fast", "1997"));
    }

    @Test
    void differentSlicesDoNotConflict() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));
        StepId step = next();
        try (SliceCommit slow = begin(slices("1997"), step)) {
            slow.write(slow.align(rows(COLUMNS, row("slow", "1997"))));
            commit(slices("1998"), rows(COLUMNS, row("fast", "1998")));

            assertThat(slow.commit(materialization(step)).tableVersion()).isEqualTo(2);
        }

        assertThat(content()).containsExactly(row("slow", "1997"), row("fast", "1998"));
    }

    @Test
    void whatIsNotCommittedLeavesNothing() throws IOException {
        try (SliceCommit commit = begin(ALL, next())) {
            commit.write(commit.align(rows(COLUMNS, row("a", "1997"))));
            assertThat(dataFiles()).hasSize(1);
        }

        assertThat(dataFiles()).isEmpty();
        assertThat(Files.exists(table.resolve("_delta_log/00000000000000000000.json")))
                .isFalse();
    }

    @Test
    void aWriteThatFailsShowsNothing() throws IOException {
        commit(ALL, rows(COLUMNS, row("a", "1997")));
        Dataset<Row> broken = rows(COLUMNS, row("b", "1997"), row("c", "1998"))
                .withColumn("name", expr("if(name = 'c', raise_error('broken'), name)"));

        assertThatThrownBy(() -> commit(ALL, broken)).hasStackTraceContaining("broken");

        assertThat(content()).containsExactly(row("a", "1997"));
        assertThat(dataFiles())
                .as("of the tasks that had succeeded nothing is left")
                .hasSize(1);
    }

    @Test
    void filesBearTheStepsId() throws IOException {
        Materialization done = commit(ALL, rows(COLUMNS, row("a", "1997")));

        assertThat(dataFiles())
                .allMatch(file -> file.getFileName()
                        .toString()
                        .matches("part-" + done.step() + "-[0-9a-f]{8}-[0-9]{5}-.*\\.c000\\.snappy\\.parquet"));
    }

    @Test
    void replacingEverythingMayChangeTheColumns() {
        commit(ALL, rows(COLUMNS, row("a", "1997")));

        commit(ALL, rows("year string, size int", row("1998", 5)));
        commit(slices("1998"), rows("year string, name string", row("1998", "b")));

        assertThat(read().select("name", "year").collectAsList()).containsExactly(row("b", "1998"));
    }

    @Test
    void columnsMayNotChangeBesideSlicesThatStay() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));

        assertFails(ErrorCode.STEP_FAILED, () -> commit(slices("1998"), rows("year string, size int", row("1998", 5))));

        assertThat(content()).containsExactly(row("a", "1997"), row("b", "1998"));
    }

    @Test
    void columnsMayComeInAnotherOrder() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));

        commit(slices("1998"), rows("year string, name string", row("1998", "c")));

        assertThat(content()).containsExactly(row("a", "1997"), row("c", "1998"));
    }

    @Test
    void emptyingRemovesRowsAndIsNoCommitWithoutAny() {
        commit(ALL, rows(COLUMNS, row("a", "1997"), row("b", "1998")));
        StepId step = next();
        Materialization emptied = materialization(step);
        try (SliceCommit commit = begin(slices("1998"), step)) {
            commit.empty(emptied);
        }
        Materialization expected = withVersion(emptied, 1).under(tokens);
        try (SliceCommit commit = begin(slices("1998"), next())) {
            commit.empty(materialization(next()));
        }

        assertThat(content()).containsExactly(row("a", "1997"));
        assertThat(CommitLog.of(Location.ofDisk(table)).at(1)).contains(expected);
        assertThat(CommitLog.of(Location.ofDisk(table)).at(2)).isEmpty();
    }

    private Materialization withVersion(Materialization one, long version) {
        return new Materialization(
                one.step(), one.asset(), version, one.codeVersion(), one.at(), one.slices(), one.removed());
    }

    @Test
    void aNewerIngotsTableIsRefused() throws IOException {
        commit(ALL, rows(COLUMNS, row("a", "1997")));
        Path log = table.resolve("_delta_log/00000000000000000000.json");
        String newer = Files.readString(log).replace("{\\\"ingot\\\":1,", "{\\\"ingot\\\":99,");
        Files.writeString(log, newer);

        assertFails(ErrorCode.NEWER_FORMAT, () -> begin(ALL, next()));
    }

    @Test
    void aNewerDeltasTableIsRefused() throws IOException {
        commit(ALL, rows(COLUMNS, row("a", "1997")));
        Files.writeString(
                table.resolve("_delta_log/00000000000000000001.json"),
                "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,"
                        + "\"readerFeatures\":[\"timeMachine\"],\"writerFeatures\":[\"timeMachine\"]}}\n");

        assertFails(ErrorCode.NEWER_FORMAT, () -> begin(ALL, next()));
    }

    @Test
    void theLogIsKeptAndRowsAreNeverMarked() {
        commit(ALL, rows(COLUMNS, row("a", "1997")));

        Row detail =
                TestSpark.session().sql("describe detail delta.`" + table + "`").first();

        assertThat(detail.<String, String>getJavaMap(detail.fieldIndex("properties")))
                .containsEntry("delta.enableExpiredLogCleanup", "false")
                .containsEntry("delta.enableDeletionVectors", "false");
    }
}
