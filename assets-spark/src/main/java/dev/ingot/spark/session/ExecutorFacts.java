package dev.ingot.spark.session;

import java.io.Serializable;
import org.apache.spark.SparkEnv;

/**
 * What an executor is made of.
 *
 * @param host its machine
 * @param spark the version of Spark
 * @param java the version of Java
 */
public record ExecutorFacts(String host, String spark, String java) implements Serializable {
    /** Of this process. */
    public static ExecutorFacts here() {
        return new ExecutorFacts(
                machine(), org.apache.spark.package$.MODULE$.SPARK_VERSION(), System.getProperty("java.version"));
    }

    /** Asked of the environment, since whoever else knows it begins to log, to the terminal where Spark has not been started. */
    private static String machine() {
        SparkEnv environment = SparkEnv.get();
        return environment == null
                ? "this machine"
                : environment.blockManager().blockManagerId().host();
    }
}
