package dev.ingot.core.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;

/** A store, and what the contract's tests do with it again and again. */
abstract class StoreFixture {
    static final ObjectPath A = ObjectPath.of("folder/a.txt");
    static final ObjectPath FOLDER = ObjectPath.of("folder");

    ObjectStore store;

    /** A store without anything in it. */
    protected abstract ObjectStore createStore() throws Exception;

    @BeforeEach
    void create() throws Exception {
        store = createStore();
    }

    List<String> paths(String folder) throws IOException {
        return store.list(ObjectPath.of(folder)).stream()
                .map(info -> info.path().text())
                .toList();
    }

    String text(ObjectPath path) throws IOException {
        try (InputStream content = store.get(path)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    byte[] bytes(ObjectPath path, long offset, long length) throws IOException {
        try (InputStream content = store.get(path, offset, length)) {
            return content.readAllBytes();
        }
    }

    static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    /** Fails after so many bytes. */
    static InputStream failing(int bytes) {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line was cut");
            }
        };
        return new SequenceInputStream(new ByteArrayInputStream(new byte[bytes]), broken);
    }

    static InputStream pattern(int value) {
        byte[] bytes = new byte[200_000];
        Arrays.fill(bytes, (byte) value);
        return new ByteArrayInputStream(bytes);
    }

    /** Bytes without a period that a part of an upload could have. */
    static byte[] varied(int length) {
        byte[] bytes = new byte[length];
        for (int place = 0; place < bytes.length; place++) {
            bytes[place] = (byte) (place * 31 + place / 251);
        }
        return bytes;
    }

    static <T> List<T> atOnce(List<Callable<T>> work) throws Exception {
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
