package dev.ingot.spark.commit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.ledger.Materialization;
import dev.ingot.core.ledger.MaterializationJson;
import dev.ingot.core.ledger.Slice;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.storage.MemoryObjectStore;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.commit.log.CommitLog;
import dev.ingot.spark.testing.MutableClock;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommitLogTest {
    private static final ObjectPath TABLE = ObjectPath.of("silver/fruit/harvest");

    private final MutableClock clock = MutableClock.create();
    private final CountingStore store = new CountingStore(new MemoryObjectStore(clock));
    private final CommitLog log = new CommitLog(store, TABLE);

    private StepId next() {
        clock.advance(Duration.ofMinutes(1));
        return new StepId(RunId.create(clock), 1);
    }

    private Materialization materialization(StepId step, long version, String year) {
        Slice slice = new Slice(PartitionKey.of(year), "1-ff", 1, 2, Map.of());
        return new Materialization(
                step, Fruit.CLEAN, version, "code", clock.instant(), List.of(slice), PartitionSet.empty());
    }

    private void write(long version, String... lines) throws IOException {
        byte[] content = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        ObjectPath file = TABLE.resolve("_delta_log").resolve(String.format("%020d.json", version));
        store.put(file, new ByteArrayInputStream(content));
    }

    private Materialization commit(long version) throws IOException {
        return commit(version, "1997");
    }

    private Materialization commit(long version, String year) throws IOException {
        Materialization done = materialization(next(), version, year);
        Map<String, Object> info = Map.of(
                "timestamp", clock.millis(), "operation", "WRITE", "userMetadata", MaterializationJson.print(done));
        write(version, JSON.std.asString(Map.of("commitInfo", info)), "{\"add\":{\"path\":\"a\",\"dataChange\":true}}");
        return done;
    }

    private void relayOut(long version) throws IOException {
        write(
                version,
                "{\"commitInfo\":{\"operation\":\"OPTIMIZE\"}}",
                "{\"add\":{\"path\":\"b\",\"dataChange\":false,\"stats\":\"{\\\"dataChange\\\":true}\"}}",
                "{\"remove\":{\"path\":\"a\",\"dataChange\":false}}");
    }

    private void trim(long version) throws IOException {
        store.delete(TABLE.resolve("_delta_log").resolve(String.format("%020d.json", version)));
    }

    @Test
    void aTableThatIsNotThereHasNoCommits() {
        assertThat(log.find(next())).isEmpty();
        assertThat(log.at(0)).isEmpty();
        assertThat(log.all()).isEmpty();
        assertThat(log.sameContent(3)).isEqualTo(3);
    }

    @Test
    void theNewestCommitOfALongLogIsFoundWithOneListAndOneRead() throws IOException {
        for (long version = 0; version < 3_000; version++) {
            commit(version);
        }
        Materialization last = commit(3_000);
        store.forget();

        assertThat(log.find(last.step())).contains(last);
        assertThat(store.lists()).isOne();
        assertThat(store.reads()).isOne();
    }

    @Test
    void aStepThatDidNotCommitIsLookedForNoFurtherThanItsRun() throws IOException {
        for (long version = 0; version < 3_000; version++) {
            commit(version);
        }
        store.forget();

        assertThat(log.find(next())).isEmpty();
        assertThat(store.lists()).isOne();
        // A commit a minute, and five minutes of slack between the clocks of two machines.
        assertThat(store.reads()).isLessThan(8);
    }

    @Test
    void aWriterWhoseClockIsBehindHidesNoCommit() throws IOException {
        commit(0);
        clock.advance(Duration.ofHours(1));
        Materialization mine = commit(1);
        write(2, "{\"commitInfo\":{\"timestamp\":0,\"operation\":\"WRITE\"}}");

        assertThat(log.find(mine.step())).contains(mine);
    }

    @Test
    void theCommitOfAStepStandsUntilSomebodyReplacesItsSlices() throws IOException {
        commit(0);
        Materialization mine = commit(1);
        OwnCommits own =
                new OwnCommits(log, mine.step(), Replaced.slices(List.of("year"), PartitionSet.of("1997", "1999")));
        relayOut(2);
        commit(3, "1998");

        assertThat(own.standing(3, () -> true)).contains(mine);
        assertThat(own.since(0)).contains(mine);
        assertThat(own.since(1)).isEmpty();

        commit(4, "1999");
        assertThat(own.standing(4, () -> true)).isEmpty();
    }

    @Test
    void commitsOfOthersArePassedOver() throws IOException {
        Materialization mine = commit(0);
        relayOut(1);

        assertThat(log.find(mine.step())).contains(mine);
        assertThat(log.all()).containsExactly(mine);
        assertThat(log.at(1)).isEmpty();
    }

    @Test
    void whatWasTrimmedIsKeptBeside() throws IOException {
        Materialization first = commit(0);
        Materialization second = commit(1);
        Materialization third = commit(2);

        assertThat(log.preserve(1)).isEqualTo(2);
        trim(0);
        trim(1);

        assertThat(log.all()).containsExactly(first, second, third);
        assertThat(log.find(second.step())).contains(second);
        assertThat(log.find(next())).isEmpty();
    }

    @Test
    void provenanceOfSeveralTrimsIsReadTogether() throws IOException {
        Materialization first = commit(0);
        log.preserve(0);
        trim(0);
        Materialization second = commit(1);
        Materialization third = commit(2);
        // Written and then interrupted: the next one writes the same commits again.
        log.preserve(1);
        log.preserve(2);
        trim(1);
        trim(2);
        Materialization fourth = commit(3);

        assertThat(log.all()).containsExactly(first, second, third, fourth);
    }

    @Test
    void theNewestLayoutOfAVersionIsTheOneToRead() throws IOException {
        commit(0);
        relayOut(1);
        relayOut(2);
        commit(3);

        assertThat(log.sameContent(0)).isEqualTo(2);
        assertThat(log.sameContent(2)).isEqualTo(2);
        assertThat(log.sameContent(3)).isEqualTo(3);
    }

    @Test
    void theNewestLayoutIsFoundAlsoWhereTheLogWasTrimmed() throws IOException {
        commit(0);
        commit(1);
        relayOut(2);
        relayOut(3);
        relayOut(4);
        log.preserve(2);
        trim(0);
        trim(1);
        trim(2);

        assertThat(log.sameContent(1)).isEqualTo(4);
        assertThat(log.sameContent(0)).isZero();
    }

    @Test
    void newColumnsAreOtherContent() throws IOException {
        commit(0);
        write(1, "{\"commitInfo\":{\"operation\":\"ADD COLUMNS\"}}", "{\"metaData\":{\"id\":\"x\"}}");

        assertThat(log.sameContent(0)).isZero();
    }
}
