package dev.ingot.spark.commit;

import com.sun.management.OperatingSystemMXBean;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.StepScope;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.Lake;
import dev.ingot.spark.testing.TestSpark;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a step costs beside a plain Delta write of the same rows: ten tables, in turns, and the median of the turns. To run by
 * hand: arguments are the rows of a table and the number of turns.
 */
final class CommitBench {
    private static final int TABLES = 10;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private CommitBench() {}

    public static void main(String[] arguments) throws Exception {
        long rows = Long.parseLong(arguments[0]);
        int turns = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("ingot-bench");
        double[][] seconds = new double[3][turns];
        Lake lake = new Lake(folder);
        for (int turn = 0; turn < turns; turn++) {
            seconds[0][turn] = timed(() -> plain(folder, rows));
            seconds[1][turn] = timed(() -> steps(lake, rows, "plain"));
            seconds[2][turn] = timed(() -> steps(lake, rows, "ruled", Expectation.quarantine("positive", "id >= 0")));
            System.out.printf("turn %d: %.2f %.2f %.2f%n", turn, seconds[0][turn], seconds[1][turn], seconds[2][turn]);
        }
        double plain = median(seconds[0]);
        System.out.printf(
                "%d tables of %d rows, processor seconds: plain Delta write %.2f, steps %.2f (%.2f), with a rule %.2f (%.2f)%n",
                TABLES,
                rows,
                plain,
                median(seconds[1]),
                median(seconds[1]) / plain,
                median(seconds[2]),
                median(seconds[2]) / plain);
    }

    private interface Work {
        void run() throws Exception;
    }

    /** Seconds of processor time: other programs on the machine do not count. */
    private static double timed(Work work) throws Exception {
        long start = PROCESS.getProcessCpuTime();
        work.run();
        return (PROCESS.getProcessCpuTime() - start) / 1e9;
    }

    /** Without the turns in which everything was compiled. */
    private static double median(double[] seconds) {
        double[] warm = Arrays.copyOfRange(seconds, seconds.length / 2, seconds.length);
        Arrays.sort(warm);
        return warm[warm.length / 2];
    }

    private static void plain(Path folder, long rows) {
        for (int table = 0; table < TABLES; table++) {
            rows(TestSpark.session(), rows)
                    .write()
                    .format("delta")
                    .mode("overwrite")
                    .save(folder.resolve("plain" + table).toString());
        }
    }

    private static void steps(Lake lake, long rows, String name, Expectation... rules) throws Exception {
        for (int table = 0; table < TABLES; table++) {
            AssetKey key = AssetKey.of(Layer.BRONZE, "bench", name + table);
            lake.with(Fruit.asset(
                    AssetSpec.of(key, "Rows.").expects(rules).build(), inputs -> rows(inputs.spark(), rows)));
            lake.run(key, StepScope.of(PartitionSet.whole()));
        }
    }

    private static Dataset<Row> rows(SparkSession session, long rows) {
        return session.range(0, rows, 1, 1)
                .selectExpr("id", "cast(id % 1000 as int) item", "id * 0.5 score", "concat('title ', id) title");
    }
}
