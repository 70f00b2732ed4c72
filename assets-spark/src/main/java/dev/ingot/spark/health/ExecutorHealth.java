package dev.ingot.spark.health;

import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.RootCause;
import dev.ingot.core.health.Health;
import dev.ingot.spark.MasterErrors;
import dev.ingot.spark.SparkMaster;
import dev.ingot.spark.session.ExecutorFacts;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is to be said of the executors that have answered, or failed to.
 *
 * @param ours of the process that asks
 * @param executors at least one
 */
record ExecutorHealth(ExecutorFacts ours, Collection<ExecutorFacts> executors) {
    /**
     * How it looks where our classes are missing: named in the text that the executor has sent; or, since the task is a lambda
     * inside an object of Spark's, as what stands for a lambda of a class that cannot be found.
     */
    private static final Pattern NO_CODE = Pattern.compile(
            "(ClassNotFoundException|NoClassDefFoundError): dev[./]ingot[./]|instance of java.lang.invoke.SerializedLambda");

    /** Those that Hadoop's line runs on. */
    private static final Set<String> JAVAS = Set.of("17", "21");

    /** @param detail of the process that asks */
    Health of(String detail) {
        Set<Diagnostic> problems = new LinkedHashSet<>();
        for (ExecutorFacts one : executors) {
            if (!line(one.spark()).equals(line(ours.spark()))) {
                problems.add(MasterErrors.otherVersion("Spark", one.spark(), ours.spark()));
            }
            if (!JAVAS.contains(feature(one.java()))) {
                problems.add(MasterErrors.otherVersion("Java", one.java(), "17 or 21"));
            }
        }
        String found = "; executors on " + distinct(ExecutorFacts::host) + " with Spark "
                + distinct(ExecutorFacts::spark) + ", Java " + distinct(ExecutorFacts::java);
        return new Health(detail + found, List.copyOf(problems));
    }

    /** The version without its patch: patches understand each other. */
    private static String line(String version) {
        return version.replaceFirst("^([0-9]+[.][0-9]+).*", "$1");
    }

    private static String feature(String version) {
        return version.replaceFirst("^(?:1[.])?([0-9]+).*", "$1");
    }

    private String distinct(Function<ExecutorFacts, String> fact) {
        return executors.stream().map(fact).distinct().sorted().collect(Collectors.joining(" and "));
    }

    /**
     * Why a task has failed.
     *
     * @param spark the version of the process that asks
     */
    static Diagnostic failure(SparkMaster master, String spark, Throwable failure) {
        if (RootCause.chain(failure).stream()
                .anyMatch(cause -> NO_CODE.matcher(cause.toString()).find())) {
            return MasterErrors.noCode(master);
        }
        return MasterErrors.failed(
                master,
                spark,
                String.valueOf(RootCause.of(failure).getMessage())
                        .lines()
                        .findFirst()
                        .orElse(""));
    }
}
