package dev.ingot.silver.movielens;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.ingot.bronze.BronzeModule;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Dependency;
import dev.ingot.silver.SilverModule;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.testing.AssetTester;
import dev.ingot.spark.testing.TestOutcome;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Runs an asset on files in a folder: through everything upstream of it, each asset once. */
final class Pipeline {
    private final Path folder;
    private final Map<AssetKey, DeltaAsset> assets = new HashMap<>();
    private final Map<AssetKey, TestOutcome> outcomes = new HashMap<>();

    Pipeline(Path folder) {
        this.folder = folder;
        Injector injector = Guice.createInjector(new BronzeModule(), new SilverModule());
        for (Asset asset : injector.getInstance(new Key<Set<Asset>>() {})) {
            assets.put(asset.key(), (DeltaAsset) asset);
        }
    }

    TestOutcome run(AssetKey key) {
        TestOutcome known = outcomes.get(key);
        if (known != null) {
            return known;
        }
        DeltaAsset asset = assets.get(key);
        AssetTester tester = AssetTester.of(asset);
        for (String source : asset.spec().sources()) {
            tester.landed(source, folder.resolve(source.substring(source.indexOf('/') + 1)));
        }
        for (Dependency dependency : asset.spec().dependencies()) {
            tester.given(dependency.upstream(), run(dependency.upstream()).table());
        }
        TestOutcome outcome = tester.run();
        outcomes.put(key, outcome);
        return outcome;
    }
}
