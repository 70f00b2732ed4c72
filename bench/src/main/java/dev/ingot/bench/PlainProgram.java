package dev.ingot.bench;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.postgres.publish.PostgresTable;
import dev.ingot.spark.DeltaAsset;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The product's transformations as one plain Spark program: each asset is computed from the tables before it and written where
 * the product writes it. No plan, no ledger, no provenance, no hash, no checks. Prints the seconds of each step.
 */
public final class PlainProgram {
    private final Product product;
    private final PlainDelta delta;
    private final PlainPostgres postgres;
    private final RunId run = RunId.create(Clock.systemUTC());

    private PlainProgram(Product product) {
        this.product = product;
        this.delta = new PlainDelta(product.tables());
        this.postgres = new PlainPostgres(product.database());
    }

    /** @param arguments the state folder, in which the files have landed, how many steps run at once, and settings: NAME=VALUE */
    public static void main(String[] arguments) {
        Map<String, String> stated = Arrays.stream(arguments)
                .skip(2)
                .map(setting -> setting.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        try (Product product = new Product(Path.of(arguments[0]), stated)) {
            new PlainProgram(product).run(Integer.parseInt(arguments[1]));
        }
    }

    private void run(int threads) {
        AssetGraph graph = product.graph();
        Map<AssetKey, CompletableFuture<Void>> steps = new LinkedHashMap<>();
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (AssetKey key : graph.keys()) {
                StepId step = new StepId(run, steps.size() + 1);
                CompletableFuture<?>[] inputs = graph.upstream(key).stream()
                        .map(input -> Objects.requireNonNull(steps.get(input)))
                        .toArray(CompletableFuture<?>[]::new);
                steps.put(key, CompletableFuture.allOf(inputs).thenRunAsync(() -> timed(graph.asset(key), step), pool));
            }
            CompletableFuture.allOf(steps.values().toArray(CompletableFuture<?>[]::new))
                    .join();
        } finally {
            pool.shutdown();
        }
    }

    private void timed(Asset asset, StepId step) {
        long start = System.nanoTime();
        try {
            make(asset, step);
        } catch (Exception failure) {
            throw new IllegalStateException(asset.key() + " failed", failure);
        }
        System.out.printf(Locale.ROOT, "%6.2f s  %s%n", (System.nanoTime() - start) / 1e9, asset.key());
    }

    private void make(Asset asset, StepId step) throws Exception {
        PlainInputs inputs = new PlainInputs(product, asset.spec(), step);
        if (asset instanceof DeltaAsset table) {
            delta.write(table, inputs);
        } else if (asset instanceof PostgresTable table) {
            postgres.publish(table, inputs);
        } else {
            throw new IllegalArgumentException("neither Delta nor PostgreSQL");
        }
    }
}
