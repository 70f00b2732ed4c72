package dev.ingot.spark;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.AbstractModule;
import com.google.inject.Guice;
import com.google.inject.Injector;
import com.google.inject.Key;
import com.google.inject.Provides;
import com.google.inject.TypeLiteral;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.config.Settings;
import dev.ingot.core.engine.executor.AssetExecutor;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.storage.LandingZone;
import dev.ingot.core.storage.MemoryObjectStore;
import dev.ingot.spark.session.SparkRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that do not compute must not pay for Spark: not a class of it is loaded. */
class LazinessTest {
    @TempDir
    Path folder;

    @Test
    void noClassOfSparkIsLoadedBeforeAStepRuns() throws Exception {
        Path classes = folder.resolve("classes.txt");
        Process child = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + classes,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Child.class.getName(),
                        folder.toString()))
                .inheritIO()
                .start();

        assertThat(child.waitFor()).isZero();
        List<String> loaded = Files.readAllLines(classes);
        assertThat(loaded).anyMatch(line -> line.contains("dev.ingot.spark.step.DeltaExecutor"));
        assertThat(loaded.stream()
                        .filter(line -> line.contains("] org.apache.spark.")
                                || line.contains("] io.delta.")
                                || line.contains("] scala.")))
                .isEmpty();
    }

    /** Does everything that a command can do without a step. */
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) {
            Injector injector = Guice.createInjector(new SparkModule(), new Project(Path.of(arguments[0])));
            Set<AssetExecutor> executors = injector.getInstance(Key.get(new TypeLiteral<Set<AssetExecutor>>() {}));
            StepId step = new StepId(RunId.create(Clock.systemUTC()), 1);
            DeltaAsset asset = new Idle();
            for (AssetExecutor executor : executors) {
                if (!executor.executes(asset) || executor.committed(asset, step).isPresent()) {
                    throw new IllegalStateException();
                }
            }
            injector.getInstance(SparkRuntime.class).close();
        }
    }

    /** An asset as people write one; a lambda that returns a dataset would load that class when it is made. */
    private static final class Idle implements DeltaAsset {
        @Override
        public AssetSpec spec() {
            return AssetSpec.of(Fruit.RAW, "Idle.").build();
        }

        @Override
        public Dataset<Row> compute(AssetInputs inputs) {
            return inputs.read(Fruit.CLEAN);
        }
    }

    private static final class Project extends AbstractModule {
        private final Path state;

        Project(Path state) {
            this.state = state;
        }

        @Provides
        Settings settings() {
            return Settings.of(state, Map.of());
        }

        @Provides
        LandingZone zone() {
            return new LandingZone(new MemoryObjectStore(Clock.systemUTC()), Clock.systemUTC());
        }
    }
}
