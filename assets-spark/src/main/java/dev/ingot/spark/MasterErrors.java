package dev.ingot.spark;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.error.RootCause;
import java.time.Duration;

/** What is wrong with a master, and with the cluster behind it. */
public final class MasterErrors {
    private static final String IN_PROCESS = "or run Spark in this process: --set spark.master=local[*]";

    private MasterErrors() {}

    /** Nobody on the class path has any idea what to do with it. */
    public static IngotException unknown(SparkMaster master) {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_SETTING, "Spark does not understand the master " + master)
                        .because("no library on the class path knows masters of this kind")
                        .help("set spark.master to local[N], spark://HOST:PORT or k8s://HOST:PORT"));
    }

    /** Spark's module for it is not there. */
    public static IngotException noYarn() {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_SETTING, "This distribution cannot start Spark on YARN by itself")
                        .because("Spark's module spark-yarn is not part of it")
                        .help("submit Ingot with a Spark 4.1 that has it: spark-submit, as docs/guide/clusters.md says")
                        .help("or set spark.master to local[N], spark://HOST:PORT or k8s://HOST:PORT"));
    }

    /** Nothing says what the executors' containers are made of. */
    public static IngotException noImage() {
        return new IngotException(
                Diagnostic.of(ErrorCode.INVALID_SETTING, "Kubernetes needs an image for the executors")
                        .because("spark.conf states no spark.kubernetes.container.image")
                        .help("push Ingot's image (docker/Dockerfile), then state"
                                + " spark.kubernetes.container.image=REGISTRY/ingot:0.1.0 in spark.conf"));
    }

    /** Nobody listens at any of its addresses. */
    public static Diagnostic silent(SparkMaster master) {
        Diagnostic silent = Diagnostic.of(ErrorCode.UNREACHABLE_SPARK, "No Spark master answers at " + master);
        Diagnostic more = master.isStandalone() ? silent.help("start the development stack: make up") : silent;
        return more.help("see that spark.master is right, and that this machine may connect to it")
                .help(IN_PROCESS);
    }

    /** There is no session: the cluster is not there, or refuses one. */
    public static Diagnostic notStarted(SparkMaster master, Throwable failure) {
        Throwable root = RootCause.of(failure);
        return Diagnostic.of(ErrorCode.UNREACHABLE_SPARK, "Spark does not start on " + master)
                .because(String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString()))
                .help(rights(master))
                .help(IN_PROCESS);
    }

    private static String rights(SparkMaster master) {
        if (master.isKubernetes()) {
            return "see that you may make pods: kubectl auth can-i create pods";
        }
        return master.isYarn() ? "see whether YARN answers: yarn node -list" : "read the logs of the cluster's master";
    }

    /** There is a master, and nobody works for it. */
    public static Diagnostic noExecutor(SparkMaster master, Duration patience) {
        Diagnostic none = Diagnostic.of(
                        ErrorCode.UNREACHABLE_SPARK,
                        "No executor of " + master + " has run a task within " + patience.toSeconds() + " s")
                .because("there is no worker, none has room, or none can connect to this machine");
        return none.help(workers(master))
                .help("ask for less: spark.executor.memory=1g;spark.executor.cores=1 in spark.conf")
                .help("or say under which name executors reach this machine: spark.driver.host=HOST in spark.conf");
    }

    private static String workers(SparkMaster master) {
        if (master.isKubernetes()) {
            return "see what becomes of its pods: kubectl describe pods --selector spark-role=executor";
        }
        return master.isYarn()
                ? "see its nodes and what it has accepted: yarn node -list; yarn application -list"
                : "start a worker: make up, or with a Spark 4.1: sbin/start-worker.sh " + master;
    }

    /** The executors cannot load what they are to run. */
    public static Diagnostic noCode(SparkMaster master) {
        return Diagnostic.of(ErrorCode.UNREACHABLE_SPARK, "The executors of " + master + " do not have Ingot's code")
                .because("they are not sent it, and their image or their machines do not have it")
                .help("have it sent: --set spark.send-code=true")
                .help("or let them run Ingot's image (docker/Dockerfile)");
    }

    /**
     * The task failed for another reason.
     *
     * @param spark the version of this process
     */
    public static Diagnostic failed(SparkMaster master, String spark, String why) {
        return Diagnostic.of(ErrorCode.UNREACHABLE_SPARK, "The executors of " + master + " cannot run a task")
                .because(why)
                .help("see that they have Spark " + spark + " with Scala 2.13, and Java 17 or 21");
    }

    /** They are of another version than this process. */
    public static Diagnostic otherVersion(String what, String theirs, String ours) {
        return Diagnostic.of(
                        ErrorCode.UNSUPPORTED_PLATFORM, "Executors have " + what + " " + theirs + ", and not " + ours)
                .help("run Ingot's image on the workers (docker/Dockerfile)")
                .help("or install " + what + " " + ours + " there");
    }
}
