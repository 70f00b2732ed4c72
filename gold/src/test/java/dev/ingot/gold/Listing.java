package dev.ingot.gold;

import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import dev.ingot.bronze.BronzeModule;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.silver.SilverModule;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** What a command does that only looks at the graph. */
public final class Listing implements Supplier<List<String>> {
    @Override
    public List<String> get() {
        Injector injector = Guice.createInjector(new BronzeModule(), new SilverModule(), new GoldModule());
        Set<Asset> assets = injector.getInstance(new Key<Set<Asset>>() {});
        return AssetGraph.of(assets).keys().stream().map(AssetKey::toString).toList();
    }
}
