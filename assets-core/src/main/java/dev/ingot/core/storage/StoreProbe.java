package dev.ingot.core.storage;

import com.github.f4b6a3.ulid.UlidCreator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * Tries out on a store what Ingot relies on: write, read, list, delete, and above all that of two writers of one name the
 * second is refused. Without that two processes may lose each other's commits without any error.
 */
public final class StoreProbe {
    private static final ObjectPath FOLDER = ObjectPath.of("ingot-probe");

    private final ObjectStore store;
    private final Clock clock;

    public StoreProbe(ObjectStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What was found.
     *
     * @param refusesSecondWriter whether an object can be created under the condition that there is none
     * @param clockSkew how far the store's clock is ahead of ours, to about a second; negative when it is behind
     */
    public record Finding(boolean refusesSecondWriter, Duration clockSkew) {}

    /**
     * Writes an object of its own, tries to write it again, reads, lists and removes it.
     *
     * @throws IOException when one of these is not possible at all; an {@link ObjectStoreException} says why
     */
    public Finding run() throws IOException {
        ObjectPath path = FOLDER.resolve(UlidCreator.getUlid().toLowerCase());
        try {
            return run(path);
        } finally {
            store.delete(path);
        }
    }

    private Finding run(ObjectPath path) throws IOException {
        byte[] first = content(path, "first");
        boolean created =
                store.putIfAbsent(path, new ByteArrayInputStream(first)).isPresent();
        Instant now = clock.instant();
        boolean refused = store.putIfAbsent(path, new ByteArrayInputStream(content(path, "second")))
                .isEmpty();
        Optional<ObjectInfo> info = store.head(path);
        if (!created || info.isEmpty() || !store.list(FOLDER).contains(info.get())) {
            throw new IOException("what was written to " + path + " is not there");
        }
        try (InputStream content = store.get(path)) {
            boolean same = Arrays.equals(content.readAllBytes(), first);
            return new Finding(refused && same, Duration.between(now, info.get().modifiedAt()));
        }
    }

    private static byte[] content(ObjectPath path, String which) {
        return (which + " content of " + path).getBytes(StandardCharsets.UTF_8);
    }
}
