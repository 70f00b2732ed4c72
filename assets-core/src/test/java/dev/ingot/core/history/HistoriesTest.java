package dev.ingot.core.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.Asset;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.LedgerSnapshot;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MemoryLedger;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.run.MemoryRunStore;
import dev.ingot.core.run.Run;
import dev.ingot.core.run.RunStore;
import dev.ingot.core.testing.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HistoriesTest {
    private static final AssetKey RATINGS = AssetKey.parse("bronze/test/ratings");
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00.123456789Z");

    private final MemoryLedger ledger = new MemoryLedger();
    private final MemoryRunStore runs = new MemoryRunStore();
    private final List<Materialization> commits = new ArrayList<>();
    private final List<Difference> losses = new ArrayList<>();
    private final Histories histories = new Histories(
            new World(AssetSpec.of(RATINGS, "Ratings.")).graph(), Set.of(new Remembered()), ledger, ledger, runs);

    private final class Remembered implements AssetHistory {
        @Override
        public boolean remembers(Asset asset) {
            return true;
        }

        @Override
        public List<Materialization> commits(Asset asset) {
            return commits;
        }

        @Override
        public List<Difference> losses(Asset asset, List<Materialization> all) {
            return losses;
        }

        @Override
        public void check(Asset asset, Restoration restoration) {}

        @Override
        public Materialization restore(StepContext context, Restoration restoration) {
            throw new IllegalStateException("nothing is restored here");
        }
    }

    private static Materialization made(int run, String data, Instant at) {
        StepId step = new StepId(new RunId("01JNA000000000000000000%03d".formatted(run)), 1);
        Slice slice = new Slice(PartitionKey.whole(), data, 10, 2, Map.of());
        return new Materialization(step, RATINGS, run, "code", at, List.of(slice), PartitionSet.empty());
    }

    private void commit(Materialization done) {
        commits.add(done);
        ledger.record(done);
    }

    private List<String> verify() {
        return histories.verify().stream().map(Difference::what).toList();
    }

    @Test
    void whatIsTheSameIsNoDifference() {
        assertThat(verify()).isEmpty();
        commit(made(1, "a", AT));
        commits.add(made(2, "b", AT));
        // As a database keeps it.
        ledger.record(made(2, "b", Instant.parse("2026-03-01T10:00:00.123457Z")));

        assertThat(verify()).isEmpty();
    }

    @Test
    void whatTheLedgerDoesNotKnowIsNamed() {
        commit(made(1, "a", AT));
        commits.add(made(2, "b", AT));

        assertThat(verify())
                .containsExactly(
                        "step 01JNA000000000000000000002.1 committed version 2, which the ledger does not know");
        assertThat(histories.verify().get(0).todo()).isEqualTo("ingot ledger rebuild");
    }

    @Test
    void whatOnlyTheLedgerKnowsIsNamed() {
        commit(made(1, "a", AT));
        ledger.record(made(2, "b", AT));

        assertThat(verify())
                .containsExactly("the ledger knows step 01JNA000000000000000000002.1, which the table does not");
    }

    @Test
    void whatTheLedgerSaysOtherwiseIsNamed() {
        commits.add(made(1, "a", AT));
        ledger.record(made(1, "b", AT));

        assertThat(verify())
                .containsExactly("the ledger says otherwise of step 01JNA000000000000000000001.1 than the commit of"
                        + " version 1");
    }

    @Test
    void theOrderOfCommitsDecidesWhichSlicesThereAre() {
        commits.add(made(1, "a", AT));
        commits.add(made(2, "b", AT));
        ledger.record(made(2, "b", AT));
        ledger.record(made(1, "a", AT));

        assertThat(verify()).containsExactly("the ledger has other current slices than the table: the whole");
    }

    @Test
    void whatIsGoneIsNamedToo() {
        commit(made(1, "a", AT));
        losses.add(new Difference(RATINGS, "1 file is gone", "ingot materialize"));

        assertThat(verify()).containsExactly("1 file is gone");
    }

    @Test
    void theStoresRestoreTheLedger() {
        commit(made(1, "a", AT));
        commit(made(2, "b", AT));
        LedgerSnapshot before = ledger.snapshot();
        ledger.replace(() -> Map.of(RATINGS, List.of()));
        assertThat(ledger.snapshot().isMaterialized(RATINGS)).isFalse();

        assertThat(histories.rebuild()).isEqualTo(new Histories.Rebuilt(1, 2));

        assertThat(ledger.snapshot().entries(RATINGS)).isEqualTo(before.entries(RATINGS));
        assertThat(verify()).isEmpty();
    }

    @Test
    void besideALiveRunNothingIsComparedOrRestored() {
        commit(made(1, "a", AT));
        Run run = Run.begun(new RunId("01JNA000000000000000000009"), "materialize", "ann@host:1", AT);
        try (RunStore.RunSession session = runs.begin(run, List.of())) {
            assertThat(session.wish()).isEmpty();
            assertThatThrownBy(histories::verify).isInstanceOfSatisfying(IngotException.class, e -> {
                assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.LEASE_HELD);
                assertThat(e.diagnostic().text()).contains(run.id().text());
            });
            assertThatThrownBy(histories::rebuild).isInstanceOf(IngotException.class);
        }

        assertThat(ledger.snapshot().isMaterialized(RATINGS)).isTrue();
    }
}
