package dev.ingot.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.storage.LandingZone.Content;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class LandingZoneTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);

    private final ObjectStore store = new MemoryObjectStore(CLOCK);
    private final LandingZone zone = new LandingZone(store, CLOCK);

    @Test
    void whereNothingLandedThereIsNothing() throws IOException {
        assertThat(zone.current("movielens")).isEmpty();
        assertThat(zone.versions().version("movielens/ratings.csv")).isEmpty();
        zone.replace("movielens", "test", Map.of("movies.csv", content("m")));
        assertThat(zone.versions().version("movielens/ratings.csv")).isEmpty();
        assertThat(zone.versions().version("books/movies.csv")).isEmpty();
    }

    @Test
    void aSetIsReadAsItWasLanded() throws IOException {
        FileSet set = zone.replace("movielens", "an archive", Map.of("b.csv", content("bb"), "a/x.csv", content("")));
        assertThat(zone.current("movielens")).contains(set);
        assertThat(set.origin()).isEqualTo("an archive");
        assertThat(set.landedAt()).isEqualTo(CLOCK.instant());
        assertThat(set.files()).extracting(FileSet.LandedFile::name).containsExactly("a/x.csv", "b.csv");
        FileSet.LandedFile file = set.find("b.csv").orElseThrow();
        assertThat(file.bytes()).isEqualTo(2);
        assertThat(file.sha256()).isEqualTo("3b64db95cb55c763391c707108489ae18b4112d783300de38e033b4c98c3deaf");
        assertThat(zone.versions().version("movielens/b.csv")).contains(file.sha256());
        assertThat(text(file.object())).isEqualTo("bb");
        assertThat(file.object().text()).isEqualTo("landing/movielens/sets/" + set.version() + "/b.csv");
    }

    @Test
    void aReplacedSetIsGoneAndVersionsFollowTheContent() throws IOException {
        FileSet first = zone.replace("d", "1", Map.of("a", content("1"), "b", content("same")));
        FileSet second = zone.replace("d", "2", Map.of("a", content("2"), "b", content("same")));
        assertThat(second.version()).isNotEqualTo(first.version());
        assertThat(zone.current("d")).contains(second);
        assertThat(second.find("a").orElseThrow().sha256())
                .isNotEqualTo(first.find("a").orElseThrow().sha256());
        assertThat(second.find("b").orElseThrow().sha256())
                .isEqualTo(first.find("b").orElseThrow().sha256());
        assertThat(store.list(ObjectPath.of("landing"))).hasSize(3);
    }

    @Test
    void versionsAreThoseOfOneMomentAndReadEachManifestOnce() throws IOException {
        zone.replace("d", "1", Map.of("a", content("1"), "b", content("2")));
        LandedVersions versions = zone.versions();
        Optional<String> before = versions.version("d/a");
        zone.replace("d", "2", Map.of("a", content("changed")));
        assertThat(versions.version("d/a"))
                .isEqualTo(before)
                .isNotEqualTo(zone.versions().version("d/a"));
        assertThat(versions.version("d/b")).isPresent();
        assertThat(zone.versions().version("d/b")).isEmpty();
    }

    @Test
    void domainsAreKeptApart() throws IOException {
        FileSet one = zone.replace("one", "1", Map.of("a", content("1")));
        zone.replace("two", "2", Map.of("a", content("2")));
        assertThat(zone.current("one")).contains(one);
        assertThat(text(one.files().get(0).object())).isEqualTo("1");
    }

    @Test
    void aLoadThatFailsInTheMiddleLeavesTheOldSetAndNoFiles() throws IOException {
        FileSet old = zone.replace("d", "1", Map.of("a", content("1"), "b", content("2")));
        List<ObjectInfo> before = store.list(ObjectPath.of("landing"));
        Content broken = () -> new SequenceInputStream(new ByteArrayInputStream(new byte[10]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line was cut");
            }
        });
        Content unopened = () -> {
            throw new IllegalStateException("the archive is closed");
        };
        for (Content bad : List.of(broken, unopened)) {
            assertThatThrownBy(() -> zone.replace("d", "2", Map.of("a", content("new"), "b", bad)))
                    .isInstanceOfAny(IOException.class, IllegalStateException.class);
            assertThat(zone.current("d")).contains(old);
            assertThat(store.list(ObjectPath.of("landing"))).isEqualTo(before);
        }
    }

    @Test
    void nothingIsInForceBeforeTheLastFileIsThere() throws IOException {
        List<Boolean> seen = new ArrayList<>();
        Content looking = () -> {
            seen.add(zone.current("d").isPresent());
            return new ByteArrayInputStream(new byte[1]);
        };
        zone.replace("d", "1", Map.of("a", looking, "b", looking));
        assertThat(seen).containsExactly(false, false);
    }

    @Test
    void twoLoadsAtOnceNeverMix() throws Exception {
        CyclicBarrier together = new CyclicBarrier(4);
        List<Callable<String>> loads = new ArrayList<>();
        for (int load = 0; load < 4; load++) {
            String mine = "load " + load;
            loads.add(() -> {
                for (int time = 0; time < 50; time++) {
                    together.await();
                    Map<String, Content> files = new TreeMap<>();
                    for (String name : List.of("a", "b", "c")) {
                        files.put(name, content(mine + " " + time));
                    }
                    new LandingZone(store, CLOCK).replace("d", mine + " " + time, files);
                    together.await();
                    assertIsWhole();
                }
                return mine;
            });
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            for (Future<String> load : threads.invokeAll(loads)) {
                load.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertIsWhole();
    }

    private void assertIsWhole() throws IOException {
        FileSet set = zone.current("d").orElseThrow();
        assertThat(set.files()).hasSize(3);
        for (FileSet.LandedFile file : set.files()) {
            assertThat(text(file.object())).isEqualTo(set.origin());
        }
    }

    private String text(ObjectPath path) throws IOException {
        try (InputStream content = store.get(path)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private static Content content(String text) {
        return () -> new ByteArrayInputStream(text.getBytes(UTF_8));
    }
}
