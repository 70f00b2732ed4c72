package dev.ingot.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every object store promises. An adapter's test extends this and says how to make an empty store. */
public abstract class ObjectStoreContract {
    private static final ObjectPath A = ObjectPath.of("folder/a.txt");

    private ObjectStore store;

    /** A store without anything in it. */
    protected abstract ObjectStore createStore() throws Exception;

    @BeforeEach
    void create() throws Exception {
        store = createStore();
    }

    @Test
    void anEmptyStoreHasNothing() throws IOException {
        assertThat(store.head(A)).isEmpty();
        assertThat(store.list(ObjectPath.of("folder"))).isEmpty();
        assertThatThrownBy(() -> store.get(A)).isInstanceOf(NoSuchFileException.class);
        store.delete(A);
    }

    @Test
    void whatWasPutIsThereAtOnce() throws IOException {
        ObjectInfo info = store.put(A, stream("héllo"));
        assertThat(info.path()).isEqualTo(A);
        assertThat(info.size()).isEqualTo(6);
        assertThat(info.version()).isNotEmpty();
        assertThat(text(A)).isEqualTo("héllo");
        assertThat(store.head(A)).contains(info);
        assertThat(store.list(ObjectPath.of("folder"))).containsExactly(info);
    }

    @Test
    void anObjectMayBeEmpty() throws IOException {
        assertThat(store.put(A, stream("")).size()).isZero();
        assertThat(text(A)).isEmpty();
        assertThat(store.head(A)).isPresent();
    }

    @Test
    void aLargeObjectComesBackWhole() throws IOException {
        byte[] bytes = new byte[9 * 1024 * 1024 + 7];
        for (int place = 0; place < bytes.length; place++) {
            bytes[place] = (byte) (place * 31 + place / 251);
        }
        assertThat(store.put(A, new ByteArrayInputStream(bytes)).size()).isEqualTo(bytes.length);
        try (InputStream content = store.get(A)) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
    }

    @Test
    void puttingAgainReplacesAndChangesTheVersionEvenOfEqualContent() throws IOException {
        Set<String> versions = new HashSet<>();
        for (int time = 0; time < 20; time++) {
            versions.add(store.put(A, stream("same")).version());
            assertThat(versions).contains(store.head(A).orElseThrow().version()).hasSize(time + 1);
        }
        store.put(A, stream("x"));
        assertThat(text(A)).isEqualTo("x");
    }

    @Test
    void deletingRemovesOneObjectAndTwiceIsNoError() throws IOException {
        ObjectPath b = ObjectPath.of("folder/b.txt");
        store.put(A, stream("a"));
        store.put(b, stream("b"));
        store.delete(A);
        store.delete(A);
        assertThat(store.head(A)).isEmpty();
        assertThatThrownBy(() -> store.get(A)).isInstanceOf(NoSuchFileException.class);
        assertThat(paths("folder")).containsExactly("folder/b.txt");
        assertThat(store.putIfAbsent(A, stream("again"))).isPresent();
        assertThat(text(A)).isEqualTo("again");
    }

    @Test
    void aFolderIsNoObject() throws IOException {
        store.put(ObjectPath.of("folder/deep/x"), stream("x"));
        assertThat(store.head(ObjectPath.of("folder"))).isEmpty();
        assertThat(store.head(ObjectPath.of("folder/deep"))).isEmpty();
        assertThatThrownBy(() -> store.get(ObjectPath.of("folder"))).isInstanceOf(NoSuchFileException.class);
        store.delete(ObjectPath.of("folder"));
        store.delete(ObjectPath.of("folder/deep"));
        assertThat(paths("folder")).containsExactly("folder/deep/x");
    }

    @Test
    void nothingIsBelowAnObject() throws IOException {
        store.put(A, stream("a"));
        ObjectPath below = A.resolve("x");
        assertThat(store.list(A)).isEmpty();
        assertThat(store.head(below)).isEmpty();
        assertThatThrownBy(() -> store.get(below)).isInstanceOf(NoSuchFileException.class);
        store.delete(below);
        assertThat(text(A)).isEqualTo("a");
    }

    @Test
    void listingGoesDeepStaysInsideTheFolderAndIsOrderedByTheWholePath() throws IOException {
        List<String> inside = List.of("f/a-b", "f/a.b", "f/a/b", "f/a/b.c", "f/a0", "f/b/1/2/3/4", "f/é");
        for (String path : List.of("f-g/x", "f.g", "fa", "ff/f/a", "g/f/a", "F/a")) {
            store.put(ObjectPath.of(path), stream(path));
        }
        List<String> shuffled = new ArrayList<>(inside);
        java.util.Collections.reverse(shuffled);
        for (String path : shuffled) {
            store.put(ObjectPath.of(path), stream(path));
        }
        assertThat(paths("f")).isEqualTo(inside);
        assertThat(paths("f/a")).containsExactly("f/a/b", "f/a/b.c");
        assertThat(paths("f/none")).isEmpty();
        for (ObjectInfo info : store.list(ObjectPath.of("f"))) {
            assertThat(store.head(info.path())).contains(info);
        }
    }

    @Test
    void listingIsCompleteBeyondAPage() throws IOException {
        List<String> expected = new ArrayList<>();
        for (int number = 0; number < 1100; number++) {
            String path = "many/%04d".formatted(number);
            store.put(ObjectPath.of(path), stream(""));
            expected.add(path);
        }
        assertThat(paths("many")).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b/c d.txt",
                "year=1997/part-0.parquet",
                "a%20b",
                "a+b",
                "a~b",
                "ü/→/😀",
                "'\"`",
                "a#b?c&d=e;f",
                ".hidden/.x",
                "..a/b..",
                "a:b@c",
                "[x]{y}(z)!$^,*|<>",
                "_delta_log/00000000000000000000.json"
            })
    void namesAreTakenAsTheyAre(String name) throws IOException {
        ObjectPath path = ObjectPath.of("names/" + name);
        store.put(path, stream(name));
        assertThat(text(path)).isEqualTo(name);
        assertThat(paths("names")).containsExactly(path.text());
        store.delete(path);
        assertThat(paths("names")).isEmpty();
    }

    @Test
    void streamsAreReadToTheirEndAndNotClosed() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream watched = new FilterInputStream(stream("content")) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        store.put(A, watched);
        assertThat(watched.read()).isEqualTo(-1);
        store.putIfAbsent(ObjectPath.of("folder/b"), watched);
        assertThat(closed).isFalse();
    }

    @Test
    void aStreamThatFailsLeavesTheOldObjectOrNone() throws IOException {
        store.put(A, stream("old"));
        ObjectPath fresh = ObjectPath.of("folder/fresh");
        assertThatThrownBy(() -> store.put(A, failing())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.put(fresh, failing())).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.putIfAbsent(fresh, failing())).isInstanceOf(IOException.class);
        assertThat(text(A)).isEqualTo("old");
        assertThat(store.head(fresh)).isEmpty();
        assertThat(paths("folder")).containsExactly("folder/a.txt");
        assertThat(store.putIfAbsent(fresh, stream("now"))).isPresent();
    }

    @Test
    void putIfAbsentLeavesWhatIsThere() throws IOException {
        Optional<ObjectInfo> first = store.putIfAbsent(A, stream("first"));
        assertThat(first).isPresent().isEqualTo(store.head(A));
        assertThat(store.putIfAbsent(A, stream("second"))).isEmpty();
        assertThat(text(A)).isEqualTo("first");
        assertThat(store.head(A)).isEqualTo(first);
        assertThat(paths("folder")).containsExactly("folder/a.txt");
    }

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
                    assertThat(store.list(ObjectPath.of("folder")))
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

    private static InputStream pattern(int value) {
        byte[] bytes = new byte[200_000];
        Arrays.fill(bytes, (byte) value);
        return new ByteArrayInputStream(bytes);
    }

    private static void assertIsOnePattern(byte[] bytes) {
        assertThat(bytes).hasSize(200_000);
        byte[] expected = new byte[bytes.length];
        Arrays.fill(expected, bytes[0]);
        assertThat(Arrays.equals(bytes, expected)).isTrue();
    }

    /** Fails after some kilobytes. */
    private static InputStream failing() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line was cut");
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(new byte[100_000]), broken);
    }

    private List<String> paths(String folder) throws IOException {
        return store.list(ObjectPath.of(folder)).stream()
                .map(info -> info.path().text())
                .toList();
    }

    private String text(ObjectPath path) throws IOException {
        try (InputStream content = store.get(path)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(work.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
