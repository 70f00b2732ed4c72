package dev.ingot.storage;

import dev.ingot.core.storage.ObjectPath;
import dev.ingot.storage.remote.RemoteObjectStore;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** One of several processes that write to one log: each of its commits takes the next number that nobody has. */
final class Committer {
    private Committer() {}

    /** Server, port, bucket, the writer's name, and how many commits. */
    public static void main(String[] arguments) throws IOException {
        int commits = Integer.parseInt(arguments[4]);
        try (RemoteObjectStore store = TestStores.store(
                TestServer.valueOf(arguments[0]),
                Integer.parseInt(arguments[1]),
                arguments[2],
                Duration.ofSeconds(30))) {
            int version = 0;
            for (int commit = 0; commit < commits; commit++) {
                byte[] content = (arguments[3] + " " + commit).getBytes(StandardCharsets.UTF_8);
                while (store.putIfAbsent(path(version), new ByteArrayInputStream(content))
                        .isEmpty()) {
                    version++;
                }
                version++;
            }
            System.out.println(arguments[3] + ": " + store.traffic());
        }
    }

    static ObjectPath path(int version) {
        return ObjectPath.of("_delta_log/%020d.json".formatted(version));
    }
}
