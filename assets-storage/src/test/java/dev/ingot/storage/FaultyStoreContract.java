package dev.ingot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.storage.remote.RemoteObjectStore;
import dev.ingot.storage.server.Fault;
import dev.ingot.storage.server.FaultProxy;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A store whose requests go wrong one time in ten still does what was asked, in a bounded number of tries that one can see. */
abstract class FaultyStoreContract {
    private static final long SEED = 2026_11_21L;
    private static final Duration TIMEOUT = Duration.ofSeconds(1);
    private static final Duration LONG_TIMEOUT = Duration.ofSeconds(10);
    private static final int OBJECTS = 60;

    private final TestServer server;

    FaultyStoreContract(TestServer server) {
        this.server = server;
    }

    @Test
    void everythingAskedForHappensOnce() throws IOException {
        try (FaultProxy proxy = new FaultProxy(server.port(), FaultProxy.tenPercent(SEED));
                RemoteObjectStore store = through(proxy, TIMEOUT)) {
            for (int number = 0; number < OBJECTS; number++) {
                ObjectPath path = ObjectPath.of("log/%05d".formatted(number));
                assertThat(store.putIfAbsent(path, stream("mine " + number)))
                        .as(path.text())
                        .isPresent();
                assertThat(store.putIfAbsent(path, stream("theirs")))
                        .as(path.text())
                        .isEmpty();
            }
            assertThat(store.list(ObjectPath.of("log"))).hasSize(OBJECTS);
            for (int number = 0; number < OBJECTS; number++) {
                ObjectPath path = ObjectPath.of("log/%05d".formatted(number));
                try (InputStream content = store.get(path)) {
                    assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                            .isEqualTo("mine " + number);
                }
            }
            int faults =
                    proxy.counts().values().stream().mapToInt(Integer::intValue).sum();
            System.out.println(server + ": " + store.traffic() + "; " + proxy.counts());
            assertThat(proxy.counts()).containsOnlyKeys(Fault.values());
            // On a slow machine requests that nothing was done to run out of time as well.
            assertThat(store.traffic().retries()).isBetween(1L, 3L * faults);
            assertThat(store.traffic().recognised()).isPositive();
        }
    }

    @Test
    void largeObjectsArriveWhole() throws IOException {
        byte[] bytes = new byte[40 * 1024 * 1024 + 3];
        new Random(SEED).nextBytes(bytes);
        try (FaultProxy proxy = new FaultProxy(server.port(), withoutStalls(FaultProxy.tenPercent(SEED + 1)));
                RemoteObjectStore store = through(proxy, LONG_TIMEOUT)) {
            for (int time = 0; time < 3; time++) {
                ObjectPath path = ObjectPath.of("large/" + time);
                Optional<ObjectInfo> made = store.putIfAbsent(path, new ByteArrayInputStream(bytes));
                assertThat(made.orElseThrow().size()).isEqualTo(bytes.length);
                try (InputStream content = store.get(path)) {
                    assertThat(content.readAllBytes()).isEqualTo(bytes);
                }
            }
            assertThat(store.traffic().retries()).isPositive();
        }
    }

    /** The reply to the one request that makes the object visible is lost, for a whole object and for one in parts. */
    @Test
    void aLostReplyIsKnownAsOurOwn() throws IOException {
        for (int size : new int[] {10, 9 * 1024 * 1024}) {
            AtomicInteger lost = new AtomicInteger();
            FaultProxy.Chooser chooser = request -> isLast(request, size) && lost.getAndIncrement() == 0
                    ? Optional.of(Fault.DROPPED_REPLY)
                    : Optional.empty();
            try (FaultProxy proxy = new FaultProxy(server.port(), chooser);
                    RemoteObjectStore store = through(proxy, LONG_TIMEOUT)) {
                store.list(ObjectPath.of("makes-the-bucket"));
                ObjectPath path = ObjectPath.of("object-" + size);
                assertThat(store.putIfAbsent(path, new ByteArrayInputStream(new byte[size])))
                        .isPresent();
                assertThat(store.traffic().retries()).isEqualTo(1);
                // S3Proxy lets the same upload be completed twice, and then nothing has to be recognised.
                assertThat(store.traffic().recognised()).isBetween(server == TestServer.S3PROXY ? 0L : 1L, 1L);
                assertThat(store.putIfAbsent(path, stream("another"))).isEmpty();
                assertThat(store.head(path).orElseThrow().size()).isEqualTo(size);
            }
        }
    }

    /** A stall costs the whole timeout, and that of large requests has to be long. */
    private static FaultProxy.Chooser withoutStalls(FaultProxy.Chooser chooser) {
        return request -> chooser.choose(request).filter(fault -> fault != Fault.STALL);
    }

    private static boolean isLast(String request, int size) {
        boolean inParts = size > 8 * 1024 * 1024;
        return request.contains("/object-" + size)
                && (inParts
                        ? request.startsWith("POST") && request.contains("uploadId=")
                                || request.contains("comp=blocklist")
                        : request.startsWith("PUT"));
    }

    private RemoteObjectStore through(FaultProxy proxy, Duration timeout) {
        return TestStores.store(server, proxy.port(), "faulty-" + UUID.randomUUID(), timeout);
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
