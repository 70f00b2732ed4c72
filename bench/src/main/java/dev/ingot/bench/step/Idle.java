package dev.ingot.bench.step;

import com.google.inject.AbstractModule;
import com.google.inject.Module;
import com.google.inject.multibindings.Multibinder;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.Surroundings;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.engine.executor.RowSample;
import dev.ingot.core.engine.executor.SampleRequest;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.engine.executor.StepResult;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.postgres.PostgresModule;
import dev.ingot.spark.SparkModule;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** A project of assets that have nothing to do, or nothing but to take their time. */
final class Idle {
    private final Path state;
    private final int assets;
    private final Duration work;
    private final Shape shape;

    /** What the assets of a project have to do with each other. */
    enum Shape {
        /** Nothing. */
        LOOSE,
        /** Each but the first reads the one before. */
        CHAIN
    }

    /**
     * A project of so many assets.
     *
     * @param state where its state goes
     * @param work how long each takes
     */
    Idle(Path state, int assets, Duration work, Shape shape) {
        this.state = state;
        this.assets = assets;
        this.work = work;
        this.shape = shape;
    }

    /** Types a command, which must succeed. */
    void types(int parallelism, String... words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, false, StandardCharsets.UTF_8);
        Map<String, String> environment = Map.of(
                "HOME", state.toString(),
                "INGOT_STATE", state.toString(),
                "INGOT_RUN_PARALLELISM", Integer.toString(parallelism));
        int status = Ingot.run(new Surroundings(out, out, state, environment), words, modules());
        if (status != 0) {
            throw new IllegalStateException(said.toString(StandardCharsets.UTF_8));
        }
    }

    private Module[] modules() {
        return new Module[] {
            new FrameworkCommands(),
            new SparkModule(),
            new PostgresModule(),
            new AbstractModule() {
                @Override
                protected void configure() {
                    Multibinder<Asset> all = Multibinder.newSetBinder(binder(), Asset.class);
                    for (int number = 0; number < assets; number++) {
                        all.addBinding().toInstance(new IdleAsset(spec(number)));
                    }
                    Multibinder.newSetBinder(binder(), AssetExecutor.class)
                            .addBinding()
                            .toInstance(new IdleExecutor(work));
                }
            }
        };
    }

    private AssetSpec spec(int number) {
        AssetSpec.Builder spec = AssetSpec.of(key(number), "Nothing.");
        return shape == Shape.CHAIN && number > 0 ? spec.reads(key(number - 1)).build() : spec.build();
    }

    private AssetKey key(int number) {
        return AssetKey.of(Layer.BRONZE, shape.name().toLowerCase(Locale.ROOT), String.format("idle_%05d", number));
    }

    private record IdleAsset(AssetSpec spec) implements Asset {
        @Override
        public String kind() {
            return "idle";
        }
    }

    /** Commits nowhere: the ledger is all that there is. Before it asks whether it may, as whoever commits. */
    private record IdleExecutor(Duration work) implements AssetExecutor {
        @Override
        public boolean executes(Asset asset) {
            return asset instanceof IdleAsset;
        }

        @Override
        public StepResult execute(StepContext context) {
            long end = System.nanoTime() + work.toNanos();
            for (long left = work.toNanos(); left > 0; left = end - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            context.signals().checkLease();
            PartitionKey whole = PartitionKey.whole();
            Slice slice = new Slice(whole, "1-1", 1, 0, 1, context.inputs().of(whole));
            return StepResult.of(new Materialization(
                    context.step(),
                    context.asset().key(),
                    1,
                    context.inputs().codeVersion(),
                    context.inputs().at(),
                    List.of(slice),
                    PartitionSet.empty()));
        }

        @Override
        public Optional<Materialization> committed(Asset asset, StepId step) {
            return Optional.empty();
        }

        @Override
        public RowSample sample(SampleRequest request) {
            return new RowSample(List.of(), List.of());
        }
    }
}
