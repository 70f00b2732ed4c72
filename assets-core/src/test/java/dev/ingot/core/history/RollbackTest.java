package dev.ingot.core.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.RetryPolicy;
import dev.ingot.core.engine.Cancellation;
import dev.ingot.core.engine.Engine;
import dev.ingot.core.engine.RunListener;
import dev.ingot.core.engine.RunReport;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.RunStatus;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.testing.FakeAsset;
import dev.ingot.core.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A table of years whose history is a list. */
class RollbackTest {
    private static final AssetKey YEARS = AssetKey.parse("silver/t/years");
    private static final AssetKey ALL = AssetKey.parse("silver/t/all");

    private final List<Materialization> commits = new ArrayList<>();
    private final List<Restoration> restored = new ArrayList<>();
    private final World world = new World(
            FakeAsset.spec("silver/t/years")
                    .partitioned(Partitioning.yearly("year", 1996, 1999))
                    .retry(RetryPolicy.standard().pauses(Duration.ofMillis(1), Duration.ofMillis(1))),
            FakeAsset.spec("silver/t/all"));

    private final AssetHistory history = new AssetHistory() {
        @Override
        public boolean remembers(Asset asset) {
            return true;
        }

        @Override
        public List<Materialization> commits(Asset asset) {
            return List.copyOf(commits);
        }

        @Override
        public List<Difference> losses(Asset asset, List<Materialization> all) {
            return List.of();
        }

        @Override
        public void check(Asset asset, Restoration restoration) {}

        @Override
        public Materialization restore(StepContext context, Restoration restoration) {
            restored.add(restoration);
            return world.executor.commit(context);
        }
    };

    @BeforeEach
    void twoVersions() {
        commit(YEARS, 1, "a", "1996", "1997");
        commit(YEARS, 2, "b", "1996", "1997");
    }

    private void commit(AssetKey asset, int version, String data, String... years) {
        StepId step = new StepId(new RunId("01JNA000000000000000000%03d".formatted(version)), 1);
        List<Slice> slices = Stream.of(years)
                .map(year -> new Slice(PartitionKey.parse(year), data, 10, 0, Map.of()))
                .toList();
        commits.add(new Materialization(step, asset, version, "1", Instant.EPOCH, slices, PartitionSet.empty()));
    }

    private Rollback rollback(AssetKey asset) {
        return new RollbackRequest(world.graph().asset(asset), Optional.empty(), history).toVersion(1);
    }

    private RunReport run(Rollback rollback) {
        Engine engine = rollback.on(world.engine());
        return engine.run(world.request(rollback.plan(), 1), new RunListener() {}, new Cancellation());
    }

    @Test
    void theSlicesOfThenComeBackAndNoOthers() {
        RunReport report = run(rollback(YEARS));

        assertThat(report.run().status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(restored).singleElement().satisfies(restoration -> {
            assertThat(restoration.partitions()).isEqualTo(PartitionSet.of("1996", "1997"));
            assertThat(restoration.everything())
                    .as("others may be writing slices that were not known yet")
                    .isFalse();
        });
    }

    @Test
    void whereThereIsOnlyTheWholeItIsEverything() {
        commits.clear();
        commit(ALL, 1, "a", "");
        commit(ALL, 2, "b", "");

        assertThat(run(rollback(ALL)).run().status()).isEqualTo(RunStatus.SUCCEEDED);

        assertThat(restored).extracting(Restoration::everything).containsExactly(true);
    }

    @Test
    void whatAnotherRunHasWrittenSinceIsNotReverted() {
        Rollback rollback = rollback(YEARS);
        commit(YEARS, 3, "c", "1997");

        RunReport report = run(rollback);

        assertThat(report.failures())
                .singleElement()
                .satisfies(failure ->
                        assertThat(failure.failure().diagnostic().code()).isEqualTo(ErrorCode.COMMIT_CONFLICT));
        assertThat(report.steps()).extracting(StepState::attempt).containsExactly(1);
        assertThat(restored).isEmpty();
    }

    @Test
    void whatAnotherRunHasWrittenElsewhereDoesNotMatter() {
        Rollback rollback = rollback(YEARS);
        commit(YEARS, 3, "c", "1998");

        assertThat(run(rollback).run().status()).isEqualTo(RunStatus.SUCCEEDED);
    }
}
