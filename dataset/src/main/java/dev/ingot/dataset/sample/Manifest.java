package dev.ingot.dataset.sample;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is true of a generated sample: {@code manifest.json}. {@link #parse} and {@link #print} undo each other.
 *
 * @param format the version of the manifest's format, {@value #FORMAT}
 * @param settings what the sample was generated with
 * @param files what is in each file: ratings, movies, tags, links
 * @param features how many good rows have what is no defect but catches out a careless reader
 * @param truth the planted properties
 */
public record Manifest(
        int format, SampleSettings settings, List<FileSummary> files, Map<String, Long> features, Truth truth) {
    /** The name of the manifest's file. */
    public static final String FILE_NAME = "manifest.json";

    /** The newest format that this code reads and the one that it writes. */
    public static final int FORMAT = 1;

    public Manifest {
        files = List.copyOf(files);
        features = ordered(features);
    }

    /**
     * Reads a manifest back.
     *
     * @throws dev.ingot.dataset.DatasetException if the text is no manifest, or one of a newer format
     */
    public static Manifest parse(String text) {
        return ManifestText.parse(text);
    }

    /** The manifest as JSON, with line breaks, always the same for equal manifests. */
    public String print() {
        return ManifestText.print(this);
    }

    /**
     * What is said of the file with the given name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public FileSummary file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the manifest knows no file " + name));
    }

    private static <V> Map<String, V> ordered(Map<String, V> map) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }

    /**
     * What is in one file.
     *
     * @param name the file's name
     * @param rows the data rows, good and defective, without the header
     * @param bytes the file's size
     * @param sha256 the file's SHA-256 in lower-case hexadecimal digits
     * @param goodRows the rows that remain when the defective ones are rejected
     * @param defects how many rows are rejected by each rule, in the order of the rules
     */
    public record FileSummary(
            String name, long rows, long bytes, String sha256, long goodRows, Map<String, Long> defects) {
        public FileSummary {
            defects = ordered(defects);
        }
    }

    /**
     * The planted properties, all over the good rows. Decimals are kept to six places.
     *
     * @param users how many users have rated
     * @param movies how many good movies there are
     * @param ratingsByYear how many ratings each year has
     * @param globalMean the mean rating
     * @param biasRmse the error of who knows the planted biases, but neither tastes nor drift
     * @param bestReachableRmse the error of who knows everything but the noise; nobody can do better
     */
    public record Truth(
            int users,
            int movies,
            SortedMap<Integer, Long> ratingsByYear,
            double globalMean,
            double biasRmse,
            double bestReachableRmse) {
        public Truth {
            ratingsByYear = Collections.unmodifiableSortedMap(new TreeMap<>(ratingsByYear));
            globalMean = sixPlaces(globalMean);
            biasRmse = sixPlaces(biasRmse);
            bestReachableRmse = sixPlaces(bestReachableRmse);
        }

        private static double sixPlaces(double value) {
            return StrictMath.round(value * 1e6) / 1e6;
        }
    }
}
