package dev.ingot.postgres.store;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.Layer;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.event.StepState;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.Run;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** Runs, steps and materializations for tests. */
final class Samples {
    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123456Z");
    static final AssetKey RATINGS = AssetKey.of(Layer.SILVER, "movielens", "ratings");

    private Samples() {}

    static Run run() {
        RunId id = RunId.create(Clock.fixed(NOON, ZoneOffset.UTC));
        return Run.begun(id, "materialize", "tester@here, process 1", NOON);
    }

    static StepState step(Run run, int number) {
        return StepState.pending(new StepId(run.id(), number), RATINGS, "1996..1998", "never materialized");
    }

    static Materialization materialization(StepId step, String... years) {
        List<Slice> slices = List.of(years).stream()
                .map(year -> new Slice(
                        PartitionKey.of(year), step + ":" + year, 10, 1, Map.of("landing:movielens/ratings.csv", "v1")))
                .toList();
        return new Materialization(step, RATINGS, 7, "code", NOON, slices, PartitionSet.empty());
    }
}
