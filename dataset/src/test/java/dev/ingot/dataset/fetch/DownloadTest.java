package dev.ingot.dataset.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.dataset.fetch.FetchException.Kind;
import dev.ingot.dataset.fetch.Publisher.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadTest {
    private static final int SIZE = 3_000_000;
    private static final Download.Limits LIMITS =
            new Download.Limits(Duration.ofSeconds(2), 3, Duration.ofMillis(5), folder -> Long.MAX_VALUE);

    @TempDir
    Path folder;

    private final byte[] content = bytes(1);
    private final List<String> heard = new ArrayList<>();
    private Publisher publisher;

    @BeforeEach
    void publish() throws IOException {
        publisher = new Publisher(content);
    }

    @AfterEach
    void close() {
        publisher.close();
    }

    static byte[] bytes(long seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private Path file() {
        return folder.resolve("downloads/set.zip");
    }

    private Path bring(Download.Limits limits) {
        Download.Listener listener = new Download.Listener() {
            @Override
            public void has(long bytes, long total) {
                heard.add(bytes + " of " + total);
            }

            @Override
            public void triesAgain(long bytes, String why) {
                heard.add("again from " + bytes);
            }
        };
        return new Download(limits, listener).bring(publisher.source(), file());
    }

    private void assertWhole(Path path, byte[] expected) throws IOException {
        assertThat(Files.readAllBytes(path)).isEqualTo(expected);
        assertThat(heard).endsWith(SIZE + " of " + SIZE);
        Download.forget(file());
        assertThat(file().getParent()).isEmptyDirectory();
    }

    private static void assertFails(ThrowingCallable code, Kind kind) {
        assertThatThrownBy(code)
                .isInstanceOfSatisfying(
                        FetchException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    @Test
    void bringsAllAtOnce() throws IOException {
        assertWhole(bring(LIMITS), content);
        assertThat(publisher.asked()).containsExactly("all");
    }

    @Test
    void goesOnWhereTheConnectionBroke() throws IOException {
        publisher.has(Trouble.DROP, Trouble.DROP, Trouble.UNAVAILABLE);
        Path path = bring(LIMITS);
        assertThat(publisher.asked())
                .startsWith("all", "bytes=1500000-", "bytes=2250000-", "bytes=2250000-")
                .hasSize(4);
        assertThat(heard).contains("again from 1500000", "again from 2250000");
        assertWhole(path, content);
    }

    @Test
    void goesOnWhenNothingComesAnyMore() throws IOException {
        publisher.has(Trouble.STALL);
        Path path = bring(new Download.Limits(Duration.ofMillis(400), 3, Duration.ofMillis(5), LIMITS.room()));
        assertThat(publisher.asked()).containsExactly("all", "bytes=1500000-");
        assertWhole(path, content);
    }

    /** As if after {@code kill -9}: another process has brought a half. */
    @Test
    void goesOnWithWhatAKilledProcessLeft() throws Exception {
        publisher.has(Trouble.STALL);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDownload.class.getName(),
                        publisher.source().toString(),
                        file().toString())
                .redirectErrorStream(true)
                .start();
        assertThat(process.inputReader().readLine()).isEqualTo("half");
        process.destroyForcibly().waitFor();

        Path path = bring(LIMITS);
        assertThat(publisher.asked()).containsExactly("all", "bytes=1500000-");
        assertWhole(path, content);
    }

    @Test
    void whatWasBroughtAndNotUsedIsNotBroughtAgain() throws IOException {
        bring(LIMITS);
        Path path = bring(LIMITS);
        assertThat(publisher.asked()).containsExactly("all", "bytes=3000000-");
        assertWhole(path, content);
    }

    @Test
    void beginsAnewWhenTheContentIsAnother() throws IOException {
        publisher.has(Trouble.DROP, Trouble.FORBIDDEN);
        assertFails(() -> bring(LIMITS), Kind.REFUSED);
        publisher.publishes(bytes(2), "\"two\"");
        Path path = bring(LIMITS);
        assertThat(publisher.asked()).containsExactly("all", "bytes=1500000-", "bytes=1500000-");
        assertWhole(path, bytes(2));
    }

    @Test
    void beginsAnewWhenTheServerKnowsNoRangesOrNoTags() throws IOException {
        publisher.knowsNoRanges();
        publisher.has(Trouble.DROP);
        assertWhole(bring(LIMITS), content);

        publisher.publishes(content, "W/\"weak\"");
        publisher.has(Trouble.DROP);
        assertWhole(bring(LIMITS), content);
        assertThat(publisher.asked()).containsExactly("all", "bytes=1500000-", "all", "all");
    }

    @Test
    void givesUpInTheEndAndKeepsWhatHasCome() throws IOException {
        publisher.has(Trouble.DROP, Trouble.UNAVAILABLE, Trouble.UNAVAILABLE, Trouble.UNAVAILABLE);
        assertFails(() -> bring(LIMITS), Kind.UNREACHABLE);
        assertThat(folder.resolve("downloads/set.zip.part")).hasSize(SIZE / 2);
    }

    @Test
    void tellsWhatCannotSucceedAtOnce() throws IOException {
        publisher.has(Trouble.MISSING);
        assertFails(() -> bring(LIMITS), Kind.NOT_FOUND);
        assertFails(
                () -> bring(new Download.Limits(Duration.ofSeconds(2), 3, Duration.ofMillis(5), disk -> SIZE - 1)),
                Kind.NO_ROOM);
        assertThat(publisher.asked()).hasSize(2);

        Files.writeString(folder.resolve("a file"), "");
        assertFails(
                () -> new Download(LIMITS, silent()).bring(publisher.source(), folder.resolve("a file/set.zip")),
                Kind.UNWRITABLE);
    }

    @Test
    void nobodyAnswers() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        assertFails(
                () -> new Download(LIMITS, silent()).bring(URI.create("http://127.0.0.1:" + port + "/x"), file()),
                Kind.UNREACHABLE);
        assertFails(
                () -> Checksums.published(URI.create("http://127.0.0.1:" + port + "/x"), Duration.ofSeconds(2)),
                Kind.UNREACHABLE);
    }

    @Test
    void twoDoNotWriteTheSameFile() throws IOException {
        Download.Listener second = new Download.Listener() {
            @Override
            public void has(long bytes, long total) {
                assertFails(() -> new Download(LIMITS, silent()).bring(publisher.source(), file()), Kind.BUSY);
                heard.add("busy");
            }

            @Override
            public void triesAgain(long bytes, String why) {
                throw new AssertionError(why);
            }
        };
        new Download(LIMITS, second).bring(publisher.source(), file());
        assertThat(heard).contains("busy");
    }

    @Test
    void knowsWhatPublishersState() throws IOException {
        URI source = URI.create(publisher.source() + ".md5");
        assertThat(Checksums.published(source, Duration.ofSeconds(2))).isEmpty();
        Path path = Files.write(folder.resolve("some"), content);
        publisher.hasTroubleWithChecksums(true);
        assertFails(() -> Checksums.published(source, Duration.ofSeconds(2)), Kind.UNREACHABLE);
        publisher.hasTroubleWithChecksums(false);
        publisher.states(Checksums.of(path).md5().toUpperCase(java.util.Locale.ROOT));
        assertThat(Checksums.published(source, Duration.ofSeconds(2)))
                .contains(Checksums.of(path).md5());
    }

    static Download.Listener silent() {
        return new Download.Listener() {
            @Override
            public void has(long bytes, long total) {
                // Nobody listens.
            }

            @Override
            public void triesAgain(long bytes, String why) {
                // Nobody listens.
            }
        };
    }
}
