package dev.ingot.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.testing.CarelessStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreProbeTest {
    private final Clock clock = Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);
    private final MemoryObjectStore memory = new MemoryObjectStore(Clock.offset(clock, Duration.ofHours(1)));

    @Test
    void aStoreWithoutConditionalCreateIsFoundOut() throws IOException {
        assertThat(new StoreProbe(new CarelessStore(memory), clock).run().refusesSecondWriter())
                .isFalse();
        assertThat(left()).isEmpty();
    }

    /** Says that it refused, and has written all the same. */
    @Test
    void aStoreThatLiesAboutTheSecondWriterIsFoundOut() throws IOException {
        ObjectStore liar = new CarelessStore(memory) {
            @Override
            public Optional<ObjectInfo> putIfAbsent(ObjectPath path, InputStream content) throws IOException {
                boolean there = memory.head(path).isPresent();
                ObjectInfo info = memory.put(path, content);
                return there ? Optional.empty() : Optional.of(info);
            }
        };
        assertThat(new StoreProbe(liar, clock).run().refusesSecondWriter()).isFalse();
    }

    @Test
    void theStoresClockIsComparedWithOurs() throws IOException {
        assertThat(new StoreProbe(memory, clock).run()).isEqualTo(new StoreProbe.Finding(true, Duration.ofHours(1)));
    }

    @Test
    void aStoreThatForgetsIsAFailureAndTheProbeStillCleansUp() {
        ObjectStore forgetful = new CarelessStore(memory) {
            @Override
            public Optional<ObjectInfo> head(ObjectPath path) {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> new StoreProbe(forgetful, clock).run())
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("is not there");
        assertThat(left()).isEmpty();
    }

    private List<ObjectInfo> left() {
        return memory.list(ObjectPath.of("ingot-probe"));
    }
}
