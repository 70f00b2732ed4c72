package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.storage.server.Fault;
import dev.ingot.storage.server.FaultProxy;
import dev.ingot.storage.server.TestServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Several processes commit to one table at once: nothing is lost, and each commit can be read. How many commits each makes are the
 * properties {@code ingot.commits} and {@code ingot.appends}; the full proof, {@code bench/commits.sh}, is 1,000 and 100.
 */
final class SafeCommitsTest {
    private static final int WRITERS = 4;
    private static final int COMMITS = Integer.getInteger("ingot.commits", 50);
    private static final int DRIVERS = 2;
    private static final int APPENDS = Integer.getInteger("ingot.appends", 10);

    @TempDir
    private static Path folder;

    private static Workers writers;
    private static Workers drivers;

    @BeforeAll
    static void startWorkers() throws IOException {
        writers = new Workers(LogWriter.class, WRITERS, folder);
        drivers = new Workers(Appender.class, DRIVERS, folder);
    }

    @AfterAll
    static void stopWorkers() {
        writers.close();
        drivers.close();
    }

    @ParameterizedTest
    @EnumSource
    void theLogStoreLosesNothing(TestServer server) throws IOException {
        ServerProfile profile = ServerProfile.fresh(server);
        ObjectStore store = profile.store();
        store.list(ObjectPath.of("makes-the-bucket"));
        // So that they begin at once.
        writers.commit(profile, 0);
        tell(server, writers.commit(profile, COMMITS));

        List<String> contents = new ArrayList<>();
        for (int version = 0; version < WRITERS * COMMITS; version++) {
            contents.add(text(store, ObjectPath.of(LogWriter.name(version))));
        }
        assertThat(contents).containsExactlyInAnyOrderElementsOf(expected(WRITERS, COMMITS, LogWriter::content));
        assertThat(store.list(ObjectPath.of("log")))
                .extracting(ObjectInfo::path)
                .filteredOn(path -> path.name().matches("[0-9]{20}\\.json"))
                .hasSize(WRITERS * COMMITS);
    }

    @ParameterizedTest
    @EnumSource
    void twoDriversOfOneTableLoseNothing(TestServer server) throws IOException {
        ServerProfile profile = ServerProfile.fresh(server);
        profile.store().list(ObjectPath.of("makes-the-bucket"));
        tell(server, drivers.commit(profile, APPENDS));

        List<String> expected = expected(DRIVERS, APPENDS, Appender::slice);
        try (Appender reader = new Appender(profile, folder.resolve("reader"))) {
            assertThat(reader.slices()).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(reader.committed()).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** The commit has happened, and its reply is lost: it counts as done, and is not done twice. */
    @ParameterizedTest
    @EnumSource
    void aCommitWhoseReplyWasLostIsOurOwn(TestServer server) throws IOException {
        AtomicInteger requests = new AtomicInteger();
        FaultProxy.Chooser chooser = request -> isCommit(request) && requests.getAndIncrement() == 0
                ? Optional.of(Fault.DROPPED_REPLY)
                : Optional.empty();
        try (FaultProxy proxy = new FaultProxy(server.port(), chooser);
                Appender driver = new Appender(ServerProfile.behind(server, proxy.port()), folder.resolve("driver"))) {
            driver.append(0, 0);
            assertThat(driver.append(0, 1)).isZero();
            assertThat(proxy.counts()).containsOnlyKeys(Fault.DROPPED_REPLY);
            assertThat(driver.slices()).containsExactlyInAnyOrder("0-0", "0-1");
            assertThat(driver.committed()).containsExactly("0-0", "0-1");
        }
    }

    /** The request that makes the second commit visible: a PUT of S3, the copy to the final name of ABFS. */
    private static boolean isCommit(String request) {
        return request.startsWith("PUT") && request.contains("_delta_log/00000000000000000001.json");
    }

    private static List<String> expected(int writers, int commits, BiFunction<Integer, Integer, String> content) {
        List<String> expected = new ArrayList<>();
        for (int writer = 0; writer < writers; writer++) {
            for (int commit = 0; commit < commits; commit++) {
                expected.add(content.apply(writer, commit));
            }
        }
        return expected;
    }

    private static String text(ObjectStore store, ObjectPath path) throws IOException {
        try (InputStream content = store.get(path)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    private static void tell(TestServer server, List<String> answers) {
        System.out.println(server + ": " + answers);
    }
}
