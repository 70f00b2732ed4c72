package dev.ingot.spark.session;

import java.io.Serializable;

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
                org.apache.spark.util.Utils.localHostName(),
                org.apache.spark.package$.MODULE$.SPARK_VERSION(),
                System.getProperty("java.version"));
    }
}
