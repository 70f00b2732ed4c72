package dev.ingot.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.temporal.ChronoUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ingot.core.hash.Sha256;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What every object store promises. An adapter's test extends this and says how to make an empty store. */
public abstract class ObjectStoreContract extends ObjectRaceContract {
    @Test
    void anEmptyStoreHasNothing() throws IOException {
        assertThat(store.head(A)).isEmpty();
        assertThat(store.list(FOLDER)).isEmpty();
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
        ObjectInfo there = store.head(A).orElseThrow();
        assertThat(there.path()).isEqualTo(A);
        assertThat(there.size()).isEqualTo(6);
        assertThat(there.version()).isEqualTo(info.version());
        assertThat(there.modifiedAt()).isCloseTo(info.modifiedAt(), within(2, SECONDS));
        assertThat(store.list(FOLDER)).containsExactly(there);
    }

    @Test
    void anObjectMayBeEmpty() throws IOException {
        assertThat(store.put(A, stream("")).size()).isZero();
        assertThat(text(A)).isEmpty();
        assertThat(store.head(A)).isPresent();
    }

    @Test
    void aLargeObjectComesBackWholeAndInParts() throws IOException {
        byte[] bytes = varied(largeBytes());
        assertThat(store.put(A, new ByteArrayInputStream(bytes)).size()).isEqualTo(bytes.length);
        try (InputStream content = store.get(A)) {
            assertThat(content.readAllBytes()).isEqualTo(bytes);
        }
        int offset = bytes.length - 70_000;
        assertThat(bytes(A, offset, 100)).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + 100));
        assertThat(store.sha256(A)).isEqualTo(new Sha256().add(bytes).hex());
        assertThat(store.head(A).orElseThrow().size()).isEqualTo(bytes.length);
    }

    @Test
    void partsAreReadAsFarAsTheObjectGoes() throws IOException {
        store.put(A, stream("0123456789"));
        assertThat(new String(bytes(A, 0, 4), UTF_8)).isEqualTo("0123");
        assertThat(new String(bytes(A, 3, 4), UTF_8)).isEqualTo("3456");
        assertThat(new String(bytes(A, 8, 100), UTF_8)).isEqualTo("89");
        assertThat(bytes(A, 0, 10)).hasSize(10);
        assertThat(bytes(A, 5, 0)).isEmpty();
        assertThat(bytes(A, 10, 1)).isEmpty();
        assertThat(bytes(A, 11, 5)).isEmpty();
        assertThatThrownBy(() -> store.get(A.resolve("none"), 0, 1)).isInstanceOf(NoSuchFileException.class);
        assertThatThrownBy(() -> store.get(A, -1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.get(A, 0, -1)).isInstanceOf(IllegalArgumentException.class);
        store.put(A, stream(""));
        assertThat(bytes(A, 0, 10)).isEmpty();
    }

    @Test
    void puttingAgainReplacesAndChangesTheVersion() throws IOException {
        Set<String> versions = new HashSet<>();
        for (int time = 0; time < 20; time++) {
            String content = versionsTellRewritesApart() ? "same" : "other " + time;
            versions.add(store.put(A, stream(content)).version());
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
        assertThatThrownBy(() -> store.put(A, failing(100_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.put(fresh, failing(100_000))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> store.putIfAbsent(fresh, failing(100_000))).isInstanceOf(IOException.class);
        assertThat(text(A)).isEqualTo("old");
        assertThat(store.head(fresh)).isEmpty();
        assertThat(paths("folder")).containsExactly("folder/a.txt");
        assertThat(store.putIfAbsent(fresh, stream("now"))).isPresent();
    }

    @Test
    void aHalfUploadOfALargeObjectLeavesNothingVisible() throws IOException {
        store.put(A, stream("old"));
        ObjectPath fresh = ObjectPath.of("folder/fresh");
        assertThatThrownBy(() -> store.put(A, failing(largeBytes()))).hasMessage("the line was cut");
        assertThatThrownBy(() -> store.put(fresh, failing(largeBytes()))).hasMessage("the line was cut");
        assertThatThrownBy(() -> store.putIfAbsent(fresh, failing(largeBytes())))
                .hasMessage("the line was cut");
        assertThat(text(A)).isEqualTo("old");
        assertThat(store.head(fresh)).isEmpty();
        assertThat(paths("folder")).containsExactly("folder/a.txt");
        assertThat(store.putIfAbsent(fresh, stream("now"))).isPresent();
    }

    @Test
    void putIfAbsentLeavesWhatIsThere() throws IOException {
        Optional<ObjectInfo> first = store.putIfAbsent(A, stream("first"));
        assertThat(first.orElseThrow().version()).isEqualTo(version(A));
        assertThat(store.putIfAbsent(A, stream("second"))).isEmpty();
        assertThat(text(A)).isEqualTo("first");
        assertThat(version(A)).isEqualTo(first.orElseThrow().version());
        assertThat(paths("folder")).containsExactly("folder/a.txt");
    }

    @Test
    void putIfAbsentOfALargeObjectLeavesWhatIsThere() throws IOException {
        store.put(A, stream("first"));
        assertThat(store.putIfAbsent(A, new ByteArrayInputStream(varied(largeBytes()))))
                .isEmpty();
        assertThat(text(A)).isEqualTo("first");
        ObjectPath fresh = ObjectPath.of("folder/fresh");
        assertThat(store.putIfAbsent(fresh, new ByteArrayInputStream(varied(largeBytes()))))
                .isPresent();
        assertThat(store.head(fresh).orElseThrow().size()).isEqualTo(largeBytes());
    }

    @Test
    void theProbeFindsConditionalCreateAndLeavesNothing() throws IOException {
        StoreProbe.Finding finding = new StoreProbe(store, Clock.systemUTC()).run();
        assertThat(finding.refusesSecondWriter()).isTrue();
        assertThat(finding.clockSkew().abs()).isLessThan(Duration.ofMinutes(1));
        assertThat(paths("ingot-probe")).isEmpty();
    }

    /** Whether a new version is given to an object that is written again with the content that it has. */
    protected boolean versionsTellRewritesApart() {
        return true;
    }

    private String version(ObjectPath path) throws IOException {
        return store.head(path).orElseThrow().version();
    }
}
