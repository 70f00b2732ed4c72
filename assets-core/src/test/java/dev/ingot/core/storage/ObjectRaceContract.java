package dev.ingot.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;

/** What every object store promises to several who use it at once. */
abstract class ObjectRaceContract extends ObjectListingContract {
    @Test
    void ofManyWritersAtOnceExactlyOneWins() throws Exception {
        int writers = 16;
        CyclicBarrier together = new CyclicBarrier(writers);
        List<Callable<List<Integer>>> work = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            int mine = writer;
            work.add(() -> {
                List<Integer> won = new ArrayList<>();
                for (int key = 0; key < 50; key++) {
                    together.await();
                    ObjectPath path = ObjectPath.of("race/" + key);
                    if (store.putIfAbsent(path, stream("writer " + mine)).isPresent()) {
                        won.add(key);
                    }
                }
                return won;
            });
        }
        int[] winner = new int[50];
        Arrays.fill(winner, -1);
        List<List<Integer>> wins = atOnce(work);
        for (int writer = 0; writer < writers; writer++) {
            for (int key : wins.get(writer)) {
                assertThat(winner[key]).as("winner of key " + key).isEqualTo(-1);
                winner[key] = writer;
            }
        }
        for (int key = 0; key < 50; key++) {
            assertThat(text(ObjectPath.of("race/" + key))).isEqualTo("writer " + winner[key]);
        }
        assertThat(store.list(ObjectPath.of("race"))).hasSize(50);
    }

    @Test
    void ofManyLargeWritersAtOnceExactlyOneWins() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            byte[] mine = varied(largeBytes() + writer);
            work.add(() -> store.putIfAbsent(A, new ByteArrayInputStream(mine)).isPresent());
        }
        List<Boolean> wins = atOnce(work);
        assertThat(wins).containsOnlyOnce(true);
        assertThat(store.head(A).orElseThrow().size()).isEqualTo(largeBytes() + wins.indexOf(true));
    }

    @Test
    void aReaderSeesOneWholeObjectWhileItIsReplacedAndListed() throws Exception {
        store.put(A, pattern(0));
        List<Callable<Object>> work = new ArrayList<>();
        for (int writer = 1; writer <= 2; writer++) {
            int mine = writer;
            work.add(() -> {
                for (int time = 0; time < 25; time++) {
                    store.put(A, pattern(mine));
                }
                return mine;
            });
        }
        for (int reader = 0; reader < 2; reader++) {
            work.add(() -> {
                for (int time = 0; time < 25; time++) {
                    try (InputStream content = store.get(A)) {
                        assertIsOnePattern(content.readAllBytes());
                    }
                    // S3Proxy may list its temporary file beside it.
                    assertThat(store.list(FOLDER))
                            .filteredOn(listed -> listed.path().equals(A))
                            .extracting(ObjectInfo::size)
                            .containsExactly(200_000L);
                }
                return "done";
            });
        }
        atOnce(work);
    }

    @Test
    void listingGoesOnWhileObjectsComeAndGo() throws Exception {
        store.put(A, stream("stays"));
        Callable<Object> churn = () -> {
            for (int time = 0; time < 200; time++) {
                ObjectPath path = ObjectPath.of("folder/come/and/go" + time % 7);
                store.put(path, stream("x"));
                store.delete(path);
            }
            return "done";
        };
        Callable<Object> list = () -> {
            for (int time = 0; time < 200; time++) {
                assertThat(paths("folder")).contains("folder/a.txt");
            }
            return "done";
        };
        atOnce(List.of(churn, churn, list, list));
        assertThat(paths("folder")).containsExactly("folder/a.txt");
    }

    private static void assertIsOnePattern(byte[] bytes) {
        assertThat(bytes).hasSize(200_000);
        byte[] expected = new byte[bytes.length];
        Arrays.fill(expected, bytes[0]);
        assertThat(Arrays.equals(bytes, expected)).isTrue();
    }

    /** Whether a list may hold names of the store's own for what is just being written. */
    protected boolean listingShowsUnfinishedWrites() {
        return false;
    }

    /** A size that the store sends in several parts. */
    protected int largeBytes() {
        return 9 * 1024 * 1024 + 7;
    }
}
