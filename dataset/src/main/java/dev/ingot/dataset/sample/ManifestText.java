package dev.ingot.dataset.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The JSON form of a manifest, as {@code docs/spec/dataset.md} describes it. */
final class ManifestText {
    private ManifestText() {}

    static String print(Manifest manifest) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("format", BigDecimal.valueOf(manifest.format()));
        root.put("seed", BigDecimal.valueOf(manifest.settings().seed()));
        root.put("ratings", BigDecimal.valueOf(manifest.settings().ratings()));
        root.put("defect_share", BigDecimal.valueOf(manifest.settings().defectShare()));
        List<Object> files = new ArrayList<>();
        manifest.files().forEach(file -> files.add(fileTree(file)));
        root.put("files", files);
        root.put("features", countsTree(manifest.features()));
        Manifest.Truth truth = manifest.truth();
        root.put("users", BigDecimal.valueOf(truth.users()));
        root.put("movies", BigDecimal.valueOf(truth.movies()));
        root.put("ratings_by_year", countsTree(truth.ratingsByYear()));
        root.put("global_mean", decimal(truth.globalMean()));
        root.put("bias_rmse", decimal(truth.biasRmse()));
        root.put("best_reachable_rmse", decimal(truth.bestReachableRmse()));
        return Json.print(root);
    }

    static Manifest parse(String text) {
        JsonObject root = JsonObject.parse(Manifest.FILE_NAME, text);
        try {
            return read(root);
        } catch (ArithmeticException | IllegalArgumentException e) {
            throw root.problem("a number in it does not fit (" + e.getMessage() + ")");
        }
    }

    private static Manifest read(JsonObject root) {
        int format = root.number("format").intValueExact();
        if (format != Manifest.FORMAT) {
            throw root.problem("its format is " + format + ", but this version reads format " + Manifest.FORMAT);
        }
        SampleSettings settings = new SampleSettings(
                root.number("seed").longValueExact(),
                root.number("ratings").intValueExact(),
                root.number("defect_share").doubleValue());
        List<Manifest.FileSummary> files =
                root.objects("files").stream().map(ManifestText::file).toList();
        return new Manifest(format, settings, files, root.object("features").counts(), truth(root));
    }

    private static Manifest.Truth truth(JsonObject root) {
        SortedMap<Integer, Long> byYear = new TreeMap<>();
        root.object("ratings_by_year").counts().forEach((year, count) -> byYear.put(Integer.valueOf(year), count));
        return new Manifest.Truth(
                root.number("users").intValueExact(),
                root.number("movies").intValueExact(),
                byYear,
                root.number("global_mean").doubleValue(),
                root.number("bias_rmse").doubleValue(),
                root.number("best_reachable_rmse").doubleValue());
    }

    private static Manifest.FileSummary file(JsonObject file) {
        return new Manifest.FileSummary(
                file.text("name"),
                file.number("rows").longValueExact(),
                file.number("bytes").longValueExact(),
                file.text("sha256"),
                file.number("good_rows").longValueExact(),
                file.object("defects").counts());
    }

    private static Map<String, Object> fileTree(Manifest.FileSummary file) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("name", file.name());
        tree.put("rows", BigDecimal.valueOf(file.rows()));
        tree.put("bytes", BigDecimal.valueOf(file.bytes()));
        tree.put("sha256", file.sha256());
        tree.put("good_rows", BigDecimal.valueOf(file.goodRows()));
        tree.put("defects", countsTree(file.defects()));
        return tree;
    }

    private static Map<String, Object> countsTree(Map<?, Long> counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        counts.forEach((name, count) -> tree.put(name.toString(), BigDecimal.valueOf(count)));
        return tree;
    }

    private static BigDecimal decimal(double value) {
        return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN);
    }
}
