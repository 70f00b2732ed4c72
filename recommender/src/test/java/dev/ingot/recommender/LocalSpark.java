package dev.ingot.recommender;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of a test JVM, on two threads, tuned for small data. */
final class LocalSpark {

    private LocalSpark() {}

    static SparkSession session() {
        return Holder.SESSION;
    }

    private static final class Holder {
        static final SparkSession SESSION = SparkSession.builder()
                .master("local[2]")
                .appName("recommender")
                .config("spark.ui.enabled", false)
                .config("spark.sql.shuffle.partitions", 2)
                .config("spark.default.parallelism", 2)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
    }
}
