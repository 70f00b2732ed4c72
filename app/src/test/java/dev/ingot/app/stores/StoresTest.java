package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingot.app.Answer;
import dev.ingot.app.FirstRun;
import dev.ingot.app.Outcome;
import dev.ingot.app.Product;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.dataset.sample.SampleSettings;
import dev.ingot.storage.server.TestServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The graph with its lake and its landing zone on real servers: another profile, the same content. One run on each server, that
 * all tests look at, and that they go on with in their order.
 */
@ParameterizedClass
@EnumSource
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(FirstRun.Once.class)
final class StoresTest {
    private static final String RATINGS = "silver/movielens/ratings";
    private static final String MOVIES = "silver/movielens/movies";
    private static final String MODEL = "recommender/movielens/model";
    private static final String DEAD_STEP = "01ARZ3NDEKTSV4RRFFQ69G5FAV.1";

    /** All of it, but on the second server that speaks S3, which is the same for all that is not the store: no profile has it. */
    private static final Map<TestServer, String> ASSETS = Map.of(
            TestServer.MINIO, "*",
            TestServer.AZURITE, "*",
            TestServer.S3PROXY, "+" + RATINGS + ", +" + MOVIES);

    @TempDir
    private static Path folder;

    private static Databases databases;
    private static ServerProfile profile;
    private static Path home;
    private static Product product;
    private static SortedMap<String, String> first;

    StoresTest(TestServer server) {
        assertThat(profile.server()).isEqualTo(server);
    }

    @BeforeAll
    static void startDatabases() {
        databases = new Databases(folder.resolve("databases"));
    }

    @AfterAll
    static void stopDatabases() {
        databases.close();
    }

    @BeforeParameterizedClassInvocation
    static void runEverything(TestServer server) throws IOException, SQLException {
        profile = ServerProfile.fresh(server);
        home = Files.createDirectory(folder.resolve(server.name()));
        Map<String, String> settings = profile.settings();
        settings.putAll(databases.fresh(server.name().toLowerCase(Locale.ROOT)));
        settings.put(
                "INGOT_SPARK_CONF",
                "spark.eventLog.enabled=true;spark.eventLog.compress=false;spark.logConf=true;spark.eventLog.dir=file:"
                        + Files.createDirectory(home.resolve("events")));
        product = new Product(home, settings);
        product.lands(FirstRun.SAMPLE);
        assertThat(product.materializes(ASSETS.get(server)).values()).containsOnly("succeeded");
        first = ratings();
    }

    @Test
    @Order(1)
    void theSameContentAsOnDisk(FirstRun onDisk) {
        if (ASSETS.get(profile.server()).equals("*")) {
            Outcome.of(product).isTheSameAs(onDisk.outcome());
            assertThat(product.planned()).isEmpty();
        } else {
            assertThat(onDisk.outcome().content()).containsAllEntriesOf(product.dataVersions());
        }
        assertThat(product.state().resolve("lake")).doesNotExist();
        assertThat(product.state().resolve("landing")).doesNotExist();
    }

    /** Spark's log with its configuration, its events, the database's files: nothing. */
    @Test
    @Order(1)
    void nothingTellsASecret() throws IOException {
        assertThat(home.resolve("events")).isNotEmptyDirectory();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1).contains(profile.secret()))
                        .as("%s tells the secret", file)
                        .isFalse();
            }
        }
    }

    @Test
    @Order(2)
    void aTableGoesBackAsLongAsItsFilesAreThere() throws IOException {
        ObjectPath old = newest(RATINGS);
        product.lands(new SampleSettings(2, 1_000, 0.05));
        assertThat(product.materializes("+" + RATINGS).values()).containsOnly("succeeded");
        assertThat(ratings()).isNotEqualTo(first);
        ObjectPath newer = newest(RATINGS);
        assertThat(newer).isNotEqualTo(old);

        product.types("rollback", RATINGS, "--to-version", "0").exits(0);
        assertThat(ratings()).isEqualTo(first);

        profile.store().delete(newer);
        Answer refused = product.types("rollback", RATINGS, "--to-version", "1", "--plan")
                .exits(1);
        assertThat(refused.err()).contains("history-gone", newer.name());
    }

    @Test
    @Order(3)
    void tidyingUpKeepsContentAndProvenance() throws IOException {
        ObjectPath half = ObjectPath.of("lake/" + MODEL + "__files/" + DEAD_STEP + "/part");
        profile.store().put(half, new ByteArrayInputStream(new byte[] {1}));
        SortedMap<String, String> before = product.dataVersions();
        List<String> stale = product.planned();

        JsonNode done = product.asks("maintain", tidied(), "--set", "maintain.retention=0m");
        assertThat(done.get("steps").findValuesAsText("what"))
                .anyMatch(what -> what.startsWith("keep the provenance, then trim the log up to version"))
                .contains("remove the folder of step " + DEAD_STEP + ", which never committed");
        assertThat(done.get("steps").findValuesAsText("status")).containsOnly("succeeded");
        assertThat(profile.store().head(half)).isEmpty();

        product.types("ledger", "rebuild").exits(0);
        assertThat(product.dataVersions()).isEqualTo(before);
        assertThat(product.planned()).isEqualTo(stale);
        assertThat(product.asks("ledger", "verify")).isEmpty();
    }

    @Test
    @Order(4)
    void aFileThatIsGoneIsMissed() throws IOException {
        ObjectPath file = newest(MOVIES);
        profile.store().delete(file);
        Answer verified = product.types("ledger", "verify", "-o", "json").exits(1);
        assertThat(verified.json())
                .singleElement()
                .extracting(JsonNode::toString, InstanceOfAssertFactories.STRING)
                .contains(MOVIES, "1 file of movies is gone", file.name());
    }

    /** Everything on one of the servers. */
    private static String tidied() {
        return profile.server() == TestServer.MINIO ? "*" : RATINGS + ", " + MODEL;
    }

    private static SortedMap<String, String> ratings() {
        SortedMap<String, String> versions = new TreeMap<>(product.dataVersions());
        versions.keySet().removeIf(slice -> !slice.startsWith(RATINGS + "@"));
        assertThat(versions).isNotEmpty();
        return versions;
    }

    /** One of the files that were written last. */
    private static ObjectPath newest(String asset) throws IOException {
        return profile.store().list(ObjectPath.of("lake/" + asset)).stream()
                .filter(object -> object.path().name().startsWith("part-"))
                .max(Comparator.comparing(ObjectInfo::modifiedAt))
                .orElseThrow()
                .path();
    }
}
