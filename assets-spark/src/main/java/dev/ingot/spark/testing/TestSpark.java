package dev.ingot.spark.testing;

import dev.ingot.core.config.Settings;
import dev.ingot.spark.session.SparkRuntime;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/** The one Spark of a test JVM, on two threads, tuned for small data; started by the first test that needs it. */
public final class TestSpark {
    /** To generate and compile code for five rows takes longer than to work with them. */
    private static final String INTERPRETED =
            "spark.sql.codegen.wholeStage=false;spark.sql.codegen.factoryMode=NO_CODEGEN";

    private TestSpark() {}

    private static final class Holder {
        static final SparkRuntime RUNTIME = start();

        private static SparkRuntime start() {
            SparkRuntime runtime = new SparkRuntime(Settings.of(
                    folder(),
                    Map.of(
                            "spark.master", "local[2]",
                            "spark.shuffle-partitions", "2",
                            "spark.conf", INTERPRETED)));
            Runtime.getRuntime().addShutdownHook(new Thread(runtime::close));
            return runtime;
        }
    }

    /** A folder of the test's own, under the system's for temporary files. */
    static Path folder() {
        try {
            return Files.createTempDirectory("ingot-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The runtime behind the session, for tests of what needs one. Nobody closes it. */
    public static SparkRuntime runtime() {
        return Holder.RUNTIME;
    }

    public static SparkSession session() {
        return runtime().session();
    }

    /**
     * A dataset from values.
     *
     * @param ddl names and types, such as {@code userId int, title string, genres array<string>}
     */
    public static Dataset<Row> rows(String ddl, Row... rows) {
        return session().createDataFrame(List.of(rows), StructType.fromDDL(ddl));
    }

    /** One row. An array is given as a {@link List}, a date as a {@link java.sql.Date}. */
    public static Row row(@Nullable Object... values) {
        return RowFactory.create(values);
    }
}
