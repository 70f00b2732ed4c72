package dev.ingot.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.storage.remote.RemoteObjectStore;
import dev.ingot.storage.server.TestServer;
import dev.ingot.storage.server.TestStores;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four processes commit to one log at once, as drivers of one table do: nothing is lost, and each commit can be read. How many
 * commits each makes is the property {@code ingot.commits}; the full proof is 1,000.
 */
class SafeCommitTest {
    private static final int WRITERS = 4;
    private static final int COMMITS = Integer.getInteger("ingot.commits", 40);

    @ParameterizedTest
    @EnumSource
    void nothingIsLost(TestServer server) throws Exception {
        String bucket = "commits-" + UUID.randomUUID();
        try (RemoteObjectStore store = TestStores.store(server, server.port(), bucket, Duration.ofSeconds(30))) {
            store.list(ObjectPath.of("makes-the-bucket"));
            commit(server, bucket);
            List<ObjectInfo> log = store.list(ObjectPath.of("_delta_log"));
            Set<String> contents = new HashSet<>();
            Set<String> expected = new HashSet<>();
            for (int version = 0; version < WRITERS * COMMITS; version++) {
                assertThat(log.get(version).path()).isEqualTo(Committer.path(version));
                contents.add(text(store, log.get(version).path()));
                expected.add("writer-" + version / COMMITS + " " + version % COMMITS);
            }
            assertThat(log).hasSize(WRITERS * COMMITS);
            assertThat(contents).isEqualTo(expected);
        }
    }

    private static void commit(TestServer server, String bucket) throws IOException, InterruptedException {
        List<Process> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            writers.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Committer.class.getName(),
                            server.name(),
                            Integer.toString(server.port()),
                            bucket,
                            "writer-" + writer,
                            Integer.toString(COMMITS))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        }
        for (Process writer : writers) {
            assertThat(writer.waitFor()).isZero();
        }
    }

    private static String text(RemoteObjectStore store, ObjectPath path) throws IOException {
        try (InputStream content = store.get(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
