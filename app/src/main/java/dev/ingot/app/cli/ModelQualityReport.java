package dev.ingot.app.cli;

import dev.ingot.cli.Console;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.recommender.RecommenderAssets;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells how good the newest model is on held-back ratings, beside its baselines. */
final class ModelQualityReport {
    private static final int MOST = 1_000;
    private static final List<String> METRICS = List.of("rmse", "mae", "recall_at_10", "ndcg_at_10", "coverage");

    private final Console console;
    private final AssetGraph graph;
    private final Engine engine;

    @Inject
    ModelQualityReport(Console console, AssetGraph graph, Engine engine) {
        this.console = console;
        this.graph = graph;
        this.engine = engine;
    }

    void print() {
        Asset evaluation = graph.asset(RecommenderAssets.EVALUATION);
        RowSample all =
                engine.executor(evaluation).sample(new SampleRequest(evaluation, Optional.empty(), MOST, false));
        int version = all.columns().indexOf("model_version");
        String newest = all.rows().stream()
                .map(row -> String.valueOf(row.get(version)))
                .max(String::compareTo)
                .orElse("");
        console.err().println();
        console.err()
                .println(
                        "Quality on held-back ratings (rmse and mae in stars: less is better; the others: more is better):");
        console.err().println(line("model", METRICS));
        all.rows().stream()
                .filter(row -> newest.equals(row.get(version)))
                .forEach(row -> console.err().println(line(text(all, row, "model"), figures(all, row))));
        console.err().flush();
    }

    private static List<String> figures(RowSample all, List<?> row) {
        List<String> figures = new ArrayList<>();
        METRICS.forEach(metric -> figures.add(text(all, row, metric)));
        return figures;
    }

    private static String text(RowSample all, List<?> row, String column) {
        Object value = row.get(all.columns().indexOf(column));
        if (value == null) {
            return "–";
        }
        return value instanceof Double figure ? String.format(Locale.ROOT, "%.4f", figure) : value.toString();
    }

    private static String line(String model, List<String> figures) {
        StringBuilder line = new StringBuilder(String.format("  %-16s", model));
        figures.forEach(figure -> line.append(String.format("%14s", figure)));
        return line.toString();
    }
}
