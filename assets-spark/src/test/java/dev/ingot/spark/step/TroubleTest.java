package dev.ingot.spark.step;

import static dev.ingot.spark.step.Orders.CLEAN;
import static dev.ingot.spark.step.Orders.CUSTOMERS;
import static dev.ingot.spark.step.Orders.RAW;
import static dev.ingot.spark.step.Orders.TOTALS;
import static dev.ingot.spark.step.Orders.status;
import static dev.ingot.spark.testing.TestSpark.row;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ingot.core.engine.RunReport;
import dev.ingot.core.error.ExitCode;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepStatus;
import dev.ingot.spark.AssetInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever an asset does: a true status, one diagnostic that helps, the right exit code, and everything else runs. */
class TroubleTest {
    @TempDir
    Path folder;

    @TempDir
    static Path common;

    static Orders shared;
    static List<Path> before;

    @BeforeAll
    static void runOnce() throws IOException {
        shared = new Orders(common);
        assertThat(shared.run("").run().status()).isEqualTo(RunStatus.SUCCEEDED);
        before = dataFiles(common);
    }

    /** What an asset does to its own. */
    private interface Deed {
        Dataset<Row> with(AssetInputs inputs) throws Throwable;
    }

    private static Arguments deed(String name, String told, Deed deed) {
        return arguments(name, told, (Function<AssetInputs, Dataset<Row>>) inputs -> {
            try {
                return deed.with(inputs);
            } catch (Throwable failure) {
                throw TroubleTest.<RuntimeException>unchecked(failure);
            }
        });
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }

    private static Dataset<Row> inATask(AssetInputs inputs, Throwable failure) {
        return inputs.read(RAW)
                .map(
                        (MapFunction<Row, Row>) any -> {
                            throw TroubleTest.<RuntimeException>unchecked(failure);
                        },
                        Encoders.row(inputs.read(RAW).schema()));
    }

    private static int fallFor(int depth) {
        return depth < 0 ? depth : 1 + fallFor(depth + 1);
    }

    static Stream<Arguments> troubles() {
        return Stream.concat(throwing(), returning());
    }

    private static Stream<Arguments> throwing() {
        return Stream.of(
                deed("throws a checked exception", "IOException: the disk is on fire", inputs -> {
                    throw new IOException("the disk is on fire");
                }),
                deed("throws an error", "AssertionError: it cannot be", inputs -> {
                    throw new AssertionError("it cannot be");
                }),
                deed(
                        "throws something without a message",
                        "UnsupportedOperationException without a message",
                        inputs -> {
                            throw new UnsupportedOperationException();
                        }),
                deed("is interrupted", "InterruptedException", inputs -> {
                    throw new InterruptedException();
                }),
                deed("interrupts itself", "Interrupted", inputs -> {
                    Thread.currentThread().interrupt();
                    return inputs.read(RAW);
                }),
                deed(
                        "recurses for ever",
                        "StackOverflowError",
                        inputs -> inputs.read(RAW).limit(fallFor(0))),
                deed("lacks memory", "INGOT_JAVA_OPTS", inputs -> {
                    throw new OutOfMemoryError("Java heap space");
                }),
                deed(
                        "lacks memory in a task",
                        "INGOT_JAVA_OPTS",
                        inputs -> inATask(inputs, new OutOfMemoryError("Java heap space"))),
                deed(
                        "recurses for ever in a task",
                        "StackOverflowError",
                        inputs -> inputs.read(RAW)
                                .map(
                                        (MapFunction<Row, Row>) any -> row(any.get(0), fallFor(0), any.get(2)),
                                        Encoders.row(inputs.read(RAW).schema()))),
                deed(
                        "throws an error in a task",
                        "NoClassDefFoundError",
                        inputs -> inATask(inputs, new NoClassDefFoundError("gone/Missing"))),
                deed(
                        "throws a checked exception in a task",
                        "the row is on fire",
                        inputs -> inATask(inputs, new IOException("the row is on fire"))));
    }

    private static Stream<Arguments> returning() {
        return Stream.of(
                deed("returns null", "compute returned null", inputs -> null),
                deed("reads what it does not name", "which its spec does not name", inputs -> inputs.read(TOTALS)),
                deed(
                        "names a column twice",
                        "column pieces is there twice",
                        inputs -> inputs.read(RAW).select(col("*"), lit(1).as("Pieces"))),
                deed(
                        "leaves the partition column out",
                        "partition column year is missing",
                        inputs -> inputs.read(RAW).drop("year")),
                deed(
                        "returns nothing but the partition column",
                        "no column for the rows",
                        inputs -> inputs.read(RAW).select("year")),
                deed(
                        "returns a column of nulls without a type",
                        "column note has no type",
                        inputs -> inputs.read(RAW).withColumn("note", lit(null))),
                deed("stops Spark", "remove the call of stop()", inputs -> {
                    inputs.spark().stop();
                    return inputs.read(RAW);
                }),
                deed("stops Spark when it has read", "remove the call of stop()", inputs -> {
                    Dataset<Row> rows = inputs.read(RAW);
                    inputs.spark().close();
                    return rows;
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("troubles")
    void aTroublesomeAssetFailsAndNothingElse(String name, String told, Function<AssetInputs, Dataset<Row>> deed)
            throws IOException {
        shared.does(deed);

        RunReport report = shared.run(CLEAN + ", " + TOTALS + ", " + CUSTOMERS);

        assertThat(status(report, CLEAN)).isEqualTo(StepStatus.FAILED);
        assertThat(status(report, TOTALS)).isEqualTo(StepStatus.SKIPPED);
        assertThat(status(report, CUSTOMERS)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(report.run().status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(report.failures()).hasSize(1);
        assertThat(report.failures().get(0).failure().diagnostic().text()).contains(told, CLEAN.toString());
        assertThat(dataFiles(common)).as("as it was").isEqualTo(before);
        assertThat(shared.ledger().intents()).isEmpty();
    }

    /** The files of the troublesome table. */
    private static List<Path> dataFiles(Path folder) throws IOException {
        Path table = folder.resolve("lake").resolve(CLEAN.toString());
        if (!Files.exists(table)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(table)) {
            return files.filter(file -> file.toString().endsWith(".parquet"))
                    .sorted()
                    .toList();
        }
    }

    static Stream<Arguments> otherColumns() {
        return Stream.of(
                arguments("adds a column", "column size INT is new", change(rows -> rows.withColumn("size", lit(1)))),
                arguments("leaves a column out", "column customer is gone", change(rows -> rows.drop("customer"))),
                arguments(
                        "changes a type",
                        "column pieces was INT and is STRING",
                        change(rows -> rows.withColumn("pieces", col("pieces").cast("string")))),
                arguments(
                        "spells a column otherwise",
                        "column Customer was customer",
                        change(rows -> rows.withColumnRenamed("customer", "Customer"))));
    }

    private static Function<AssetInputs, Dataset<Row>> change(Function<Dataset<Row>, Dataset<Row>> change) {
        return inputs -> change.apply(Orders.sane(inputs));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("otherColumns")
    void otherColumnsThanThoseOfTheSlicesThatStayAreRefused(
            String name, String told, Function<AssetInputs, Dataset<Row>> changed) throws IOException {
        shared.does(changed);

        RunReport report = shared.run(CLEAN + "@2002, " + CUSTOMERS);

        assertThat(status(report, CLEAN)).isEqualTo(StepStatus.FAILED);
        assertThat(status(report, CUSTOMERS)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(report.failures().get(0).failure().diagnostic().text())
                .contains(told, "materialize all partitions", CLEAN + "@2002");
        assertThat(dataFiles(common)).as("as it was").isEqualTo(before);
    }

    @Test
    void otherColumnsTakeAWholeTableOver() {
        Orders orders = new Orders(folder);
        orders.run("");
        orders.does(
                change(rows -> rows.withColumnRenamed("customer", "Customer").withColumn("size", lit(1))));

        assertThat(orders.run(CLEAN.toString()).run().status()).isEqualTo(RunStatus.SUCCEEDED);

        assertThat(orders.lake.table(CLEAN).columns()).containsExactlyInAnyOrder("Customer", "pieces", "year", "size");
    }

    @Test
    void noRowsAreAResultWhereThePartitionsAreStated() {
        Orders orders = new Orders(folder);
        orders.run("");
        orders.does(inputs -> inputs.read(RAW).limit(0));

        RunReport report = orders.run("");

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(orders.lake.table(CLEAN).count()).isZero();
        assertThat(orders.ledger().snapshot().partitions(CLEAN, true).size()).isEqualTo(2);
        assertThat(orders.run("").steps()).isEmpty();
    }

    @Test
    void rowsOfOtherSlicesAreLeftOut() {
        Orders orders = new Orders(folder);
        orders.run("");
        orders.does(inputs -> inputs.read(RAW)
                .withColumn("pieces", lit(9))
                .unionByName(inputs.read(RAW).withColumn("year", lit("1999")))
                .unionByName(inputs.read(RAW).withColumn("year", lit(null).cast("string"))));

        RunReport report = orders.run(CLEAN + "@2002");

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(orders.lake.table(CLEAN).orderBy("year").collectAsList())
                .containsExactly(row("ann", 1, "2001"), row("bob", 9, "2002"));
    }

    @Test
    void threadsThatItStartsDoNotKeepItsStepFromEnding() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Orders orders = new Orders(folder);
        orders.does(inputs -> {
            Thread thread = new Thread(() -> {
                try {
                    released.await();
                    throw new IllegalStateException("nobody hears it");
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    ended.countDown();
                }
            });
            thread.setUncaughtExceptionHandler((any, failure) -> {});
            thread.start();
            return inputs.read(RAW);
        });

        RunReport report = orders.run("");

        released.countDown();
        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aCheckThatReturnsNullFailsItsStep() throws IOException {
        Orders orders = new Orders(folder);
        orders.checks(written -> null);

        RunReport report = orders.run("");

        assertThat(status(report, CLEAN)).isEqualTo(StepStatus.FAILED);
        assertThat(report.failures().get(0).failure().getMessage()).contains("check returned null");
        assertThat(dataFiles(folder)).isEmpty();
    }

    @Test
    void aCheckThatBlocksKeepsBackWhatNeedsItAndPassesWhenItIsRight() {
        Orders orders = new Orders(folder);
        orders.checks(
                written -> List.of(dev.ingot.core.check.CheckResult.blocked("enough", written.count() + " rows")));

        RunReport report = orders.run("");

        assertThat(status(report, CLEAN)).isEqualTo(StepStatus.BLOCKED);
        assertThat(status(report, TOTALS)).isEqualTo(StepStatus.SKIPPED);
        assertThat(status(report, CUSTOMERS)).isEqualTo(StepStatus.SUCCEEDED);
        assertThat(report.exit()).isEqualTo(ExitCode.BLOCKED);
        assertThat(orders.ledger().intents()).isEmpty();
        assertThat(orders.ledger().snapshot().tableVersion(CLEAN)).isEmpty();

        orders.does(Orders::sane);
        assertThat(orders.run("").run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }

    @Test
    void aFolderOfATableThatIsGoneFailsWhatReadsIt() throws IOException {
        Orders orders = new Orders(folder);
        orders.run("");
        deleteTree(folder.resolve("lake").resolve(RAW.toString()));
        orders.does(Orders::sane);

        RunReport report = orders.run("");

        assertThat(status(report, CLEAN)).isEqualTo(StepStatus.FAILED);
        assertThat(status(report, CUSTOMERS)).isEqualTo(StepStatus.FAILED);
        assertThat(report.exit()).isEqualTo(ExitCode.FAILED);
        assertThat(orders.lake.table(CLEAN).count()).isEqualTo(2);
        assertThat(orders.ledger().intents()).isEmpty();
    }

    private static void deleteTree(Path root) throws IOException {
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
