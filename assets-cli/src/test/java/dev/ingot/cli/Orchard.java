package dev.ingot.cli;

import com.google.inject.AbstractModule;
import com.google.inject.TypeLiteral;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Expectation;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.config.Secret;
import dev.ingot.core.config.Setting;
import dev.ingot.core.config.StandardProfile;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.ledger.Ledger;
import dev.ingot.core.ledger.LedgerRebuild;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.dynamic.DynamicPartitions;
import dev.ingot.core.partition.dynamic.MemoryDynamicPartitions;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.RunStore;
import java.util.List;
import java.util.stream.Stream;

/** A small project whose assets are kept in memory, for as long as this object lives. */
public final class Orchard extends AbstractModule {
    public static final AssetKey APPLES = AssetKey.of(Layer.BRONZE, "orchard", "apples");
    public static final AssetKey SORTED = AssetKey.of(Layer.SILVER, "orchard", "sorted_apples");
    public static final AssetKey CIDER = AssetKey.of(Layer.GOLD, "orchard", "cider");

    public static final Setting<Integer> BASKETS = Setting.number(
                    "orchard.baskets", 4, 1, 100, "How many baskets there are.")
            .in(StandardProfile.LOCAL, "12");
    public static final Setting<Secret> GATE = Setting.secret("orchard.gate-code", "What opens the gate.");

    private final MemoryExecutor executor = new MemoryExecutor();
    private final MemoryRunStore runs = new MemoryRunStore();
    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryDynamicPartitions partitions = new MemoryDynamicPartitions();

    private final List<AssetSpec> more;

    /** @param more assets beside those of every orchard */
    public Orchard(AssetSpec... more) {
        this.more = List.of(more);
    }

    @Override
    protected void configure() {
        bind(RunStore.class).toInstance(runs);
        bind(Ledger.class).toInstance(ledger);
        bind(LedgerRebuild.class).toInstance(ledger);
        bind(DynamicPartitions.class).toInstance(partitions);
        Multibinder.newSetBinder(binder(), AssetExecutor.class).addBinding().toInstance(executor);
        Multibinder<Setting<?>> settings = Multibinder.newSetBinder(binder(), new TypeLiteral<Setting<?>>() {});
        settings.addBinding().toInstance(BASKETS);
        settings.addBinding().toInstance(GATE);
        Multibinder<Asset> assets = Multibinder.newSetBinder(binder(), Asset.class);
        Stream.concat(specs().stream(), more.stream())
                .forEach(spec -> assets.addBinding().toInstance(new MemoryAsset(spec)));
    }

    private static List<AssetSpec> specs() {
        return List.of(
                AssetSpec.of(APPLES, "Apples as they were picked.")
                        .retry(RetryPolicy.never())
                        .owner("mara")
                        .tag("fruit", "apple")
                        .codeVersion("1")
                        .build(),
                AssetSpec.of(SORTED, "Apples by year.")
                        .retry(RetryPolicy.never())
                        .reads(APPLES)
                        .partitioned(Partitioning.yearly("year", 2019, 2021))
                        .expects(Expectation.quarantine("has_weight", "weight > 0"))
                        .codeVersion("1")
                        .build(),
                AssetSpec.of(CIDER, "Cider by year.")
                        .retry(RetryPolicy.never())
                        .reads(SORTED, PartitionMapping.identity())
                        .partitioned(Partitioning.yearly("year", 2019, 2021))
                        .codeVersion("1")
                        .build());
    }

    public MemoryExecutor executor() {
        return executor;
    }

    public MemoryRunStore runs() {
        return runs;
    }

    public MemoryLedger ledger() {
        return ledger;
    }

    /** An asset that is nothing but its definition. */
    record MemoryAsset(AssetSpec spec) implements Asset {
        @Override
        public String kind() {
            return "memory";
        }
    }
}
