package dev.ingot.spark;

import dev.ingot.core.error.Suggestions;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Where Spark runs, as {@code spark.master} says.
 *
 * @param url as Spark understands it
 */
public record SparkMaster(String url) {
    private static final String THREADS = "([1-9][0-9]*|\\*)";
    private static final Pattern IN_PROCESS = Pattern.compile(
            "local(\\[ *" + THREADS + " *(, *[0-9]+ *)?])?|local-cluster\\[ *[0-9]+ *(, *[0-9]+ *){2}]");

    private static final List<String> WORDS = List.of("local", "yarn");

    /** Whether Spark runs in this process alone. */
    public boolean isLocal() {
        return url.startsWith("local") && !url.startsWith("local-cluster");
    }

    public boolean isStandalone() {
        return url.startsWith("spark://");
    }

    public boolean isYarn() {
        return url.equals("yarn");
    }

    public boolean isKubernetes() {
        return url.startsWith("k8s://");
    }

    @Override
    public String toString() {
        return url;
    }

    /**
     * The master that a text names. Libraries on the class path may add kinds of their own, so of a URL only Spark can say
     * whether it knows the scheme.
     *
     * @throws IllegalArgumentException if it names none
     */
    static SparkMaster of(String text) {
        if (IN_PROCESS.matcher(text).matches() || text.equals("yarn") || text.matches("[A-Za-z0-9+.-]+://.+")) {
            return new SparkMaster(text);
        }
        String meant = Suggestions.sentence(text, WORDS);
        throw new IllegalArgumentException("Spark knows no such master" + (meant == null ? "" : "; " + meant));
    }
}
