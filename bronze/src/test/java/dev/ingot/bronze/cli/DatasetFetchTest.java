package dev.ingot.bronze.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.ingot.bronze.BronzeModule;
import dev.ingot.cli.Ingot;
import dev.ingot.cli.MemoryStores;
import dev.ingot.cli.Surroundings;
import dev.ingot.dataset.fetch.Checksums;
import dev.ingot.dataset.sample.SampleGenerator;
import dev.ingot.dataset.sample.SampleSettings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command against a server on this machine; how a transfer survives is proved where it is made. */
class DatasetFetchTest {
    @TempDir
    Path project;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Path published;
    private HttpServer server;

    @BeforeEach
    void publish() throws IOException {
        published = Files.createDirectory(project.resolve("published"));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/data/", exchange -> {
            Path file = published.resolve(exchange.getRequestURI().getPath().substring("/data/".length()));
            byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            exchange.sendResponseHeaders(content.length > 0 ? 200 : 404, content.length > 0 ? content.length : -1);
            exchange.getResponseBody().write(content);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void close() {
        server.stop(0);
    }

    private Path sample() throws IOException {
        Path sample = project.resolve("sample");
        SampleGenerator.generate(SampleSettings.defaults().withRatings(40), sample);
        return sample;
    }

    /** Packs the files of a folder into an archive with one folder. */
    private Path packs(String name, Path files) throws IOException {
        Path archive = published.resolve(name + ".zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive));
                Stream<Path> list = Files.list(files)) {
            for (Path file : list.sorted().toList()) {
                zip.putNextEntry(new ZipEntry(name + "/" + file.getFileName()));
                Files.copy(file, zip);
            }
        }
        return archive;
    }

    @Test
    void bringsWhatItsPublisherStates() throws IOException {
        Path archive = packs("ml-latest-small", sample());
        Checksums checksums = Checksums.of(archive);
        Files.writeString(published.resolve("ml-latest-small.zip.md5"), checksums.md5() + "  ml-latest-small.zip\n");

        assertStatus(0, "dataset", "fetch", "ml-latest-small");
        assertThat(out())
                .contains("ratings.csv", "/data/ml-latest-small.zip", checksums.sha256())
                .contains("MD5 as published: " + checksums.md5(), "Licence: ", "Next: ingot materialize");
        assertThat(err()).contains("ml-latest-small.zip: ");
        assertThat(project.resolve(".ingot/downloads")).isEmptyDirectory();

        assertStatus(0, "dataset", "list");
        assertThat(out()).contains("movielens", "/data/ml-latest-small.zip");
    }

    @Test
    void landsWhateverIsInAnotherArchive() throws IOException {
        Path books = Files.createDirectory(project.resolve("books"));
        Files.writeString(books.resolve("books.csv"), "id,title\n1,Dune\n");
        Files.writeString(books.resolve("ratings.csv"), "user_id,book_id,rating\n1,1,5\n");
        Files.writeString(books.resolve("README.md"), "books");
        packs("goodbooks-10k", books);

        assertStatus(0, "dataset", "fetch", "goodbooks-10k");
        assertThat(out())
                .contains("books.csv", "states no checksum", "CC BY-SA 4.0")
                .doesNotContain("README", "ingot materialize");
        assertStatus(0, "landing", "list", "books");
        assertThat(out()).contains("books.csv", "ratings.csv");
    }

    @Test
    void landsNothingThatDidNotArriveAsPublished() throws IOException {
        packs("ml-25m", sample());
        Files.writeString(published.resolve("ml-25m.zip.md5"), "0123456789abcdef0123456789abcdef\n");
        assertStatus(2, "dataset", "fetch", "ml-25m");
        assertThat(err())
                .contains(
                        "error[invalid-dataset]",
                        "did not arrive as it was published",
                        "0123456789abcdef0123456789abcdef")
                .contains("run the command again: it begins anew");

        Files.delete(published.resolve("ml-25m.zip.md5"));
        Files.writeString(published.resolve("ml-25m.zip"), "a page with an apology");
        assertStatus(2, "dataset", "fetch", "ml-25m");
        assertThat(err()).contains("error[invalid-dataset]", "neither a folder nor a zip archive");
        assertThat(project.resolve(".ingot/downloads")).isEmptyDirectory();

        assertStatus(0, "dataset", "list");
        assertThat(out()).contains("Nothing has landed");
    }

    @Test
    void tellsWhatIsNotThere() {
        assertStatus(3, "dataset", "fetch", "ml-32m");
        assertThat(err())
                .contains("error[unreachable-publisher]", "ml-32m is not where its publisher had it", "answers 404")
                .contains("ingot dataset load ml-32m.zip");

        assertStatus(2, "dataset", "fetch", "ml-25");
        assertThat(err()).contains("error[invalid-argument]", "ml-latest-small, ml-latest", "did you mean ml-25m?");

        assertStatus(2, "dataset", "fetch", "ml-25m", "--set", "dataset.mirror=nowhere");
        assertThat(err()).contains("error[invalid-setting]", "dataset.mirror");
    }

    @Test
    void listsWhatIsKnown() {
        assertStatus(0, "dataset", "fetch");
        assertThat(out()).contains("ml-latest-small", "ml-32m", "goodbooks-10k", "https://files.grouplens.org/");
    }

    private void assertStatus(int expected, String... words) {
        out.reset();
        err.reset();
        String mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/data";
        int status = Ingot.run(
                new Surroundings(
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        project,
                        Map.of("HOME", project.toString(), "INGOT_DATASET_MIRROR", mirror)),
                words,
                new BronzeModule(),
                new dev.ingot.cli.command.FrameworkCommands(),
                new MemoryStores());
        assertThat(status).as(err()).isEqualTo(expected);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
