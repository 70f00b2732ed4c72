import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.row_number;

import dev.ingot.app.Main;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.expressions.Window;

/**
 * A little of what every run does: commands that start the database, and write the first tables of a small sample; a session, a
 * partitioned Delta table written and read, a join, a window, a count.
 *
 * <p>The launcher runs it once after a build, with the JVM recording which classes it loads, so that later runs find them ready.
 * It is run from its source on the class path of the distribution, and is no part of that.
 */
final class WarmUp {

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("ingot-warm-up");
        // Where this is root the database's server runs as another user, who has to get there.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        String sample = folder.resolve("sample").toString();
        type(folder, "runs", "list");
        type(folder, "dataset", "generate", "--ratings", "200", "--out", sample);
        type(folder, "dataset", "load", sample);
        type(folder, "materialize", "layer:bronze");
        try (SparkSession session = session(folder)) {
            String table = folder.resolve("table").toString();
            numbers(session).write().format("delta").partitionBy("remainder").save(table);
            Dataset<Row> written = session.read().format("delta").load(table);
            latest(written).join(written.groupBy("remainder").agg(count("*")), "remainder").collectAsList();
        } finally {
            delete(folder);
        }
    }

    /** Whether it succeeds does not matter: then later runs are slower, and nothing else. */
    private static void type(Path folder, String... words) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Map<String, String> environment = Map.of("HOME", folder.toString(), "INGOT_STATE", folder.toString());
        Ingot.run(new Surroundings(nowhere, nowhere, folder, environment), words, Main.modules());
    }

    private static SparkSession session(Path folder) {
        return SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.databricks.delta.snapshotPartitions", "1")
                .config("spark.sql.warehouse.dir", folder.resolve("warehouse").toString())
                .config("spark.sql.extensions", "io.delta.sql.DeltaSparkSessionExtension")
                .config("spark.sql.catalog.spark_catalog", "org.apache.spark.sql.delta.catalog.DeltaCatalog")
                .getOrCreate();
    }

    private static Dataset<Row> numbers(SparkSession session) {
        return session.range(1_000).withColumn("remainder", col("id").mod(3));
    }

    private static Dataset<Row> latest(Dataset<Row> rows) {
        var byId = Window.partitionBy("remainder").orderBy(col("id").desc());
        return rows.withColumn("place", row_number().over(byId)).where(col("place").equalTo(1));
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }
}
