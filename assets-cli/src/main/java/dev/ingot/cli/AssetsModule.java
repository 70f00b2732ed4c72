package dev.ingot.cli;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.core.asset.Asset;
import java.util.List;
import java.util.function.Supplier;

/** Contributes assets, for a project that needs nothing else from Guice. */
public final class AssetsModule extends AbstractModule {
    private final List<Supplier<? extends Asset>> assets;

    private AssetsModule(List<Supplier<? extends Asset>> assets) {
        this.assets = assets;
    }

    /** @param assets how to make each asset, such as {@code Revenue::new}; none is made before a command needs the graph */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static AssetsModule of(Supplier<? extends Asset>... assets) {
        return new AssetsModule(List.of(assets));
    }

    @Override
    protected void configure() {
        Multibinder<Asset> all = Multibinder.newSetBinder(binder(), Asset.class);
        assets.forEach(asset -> all.addBinding().toProvider(asset::get));
    }
}
