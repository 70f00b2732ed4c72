package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ingot.app.Answer;
import dev.ingot.app.Product;
import dev.ingot.core.storage.ObjectInfo;
import dev.ingot.core.storage.ObjectPath;
import dev.ingot.core.storage.ObjectStore;
import dev.ingot.dataset.sample.SampleSettings;
import dev.ingot.storage.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What tables on real servers remember: going back, and finding out that something is gone. */
final class StoredHistoryTest {
    private static final String RATINGS = "silver/movielens/ratings";

    @TempDir
    private static Path folder;

    @ParameterizedTest
    @EnumSource
    void aTableGoesBackAndMissesWhatIsGone(TestServer server) throws IOException {
        ServerProfile profile = ServerProfile.fresh(server);
        Product product = new Product(Files.createDirectory(folder.resolve(server.name())), profile.settings());
        SortedMap<String, String> first = ratings(product, 1);
        List<ObjectPath> old = files(profile.store());
        assertThat(ratings(product, 2)).isNotEqualTo(first);
        List<ObjectPath> newer = files(profile.store());
        newer.removeAll(old);

        product.types("rollback", RATINGS, "--to-version", "0").exits(0);
        assertThat(ratings(product)).isEqualTo(first);
        assertThat(product.asks("ledger", "verify")).isEmpty();
        product.types("ledger", "rebuild").exits(0);
        assertThat(ratings(product)).isEqualTo(first);

        profile.store().delete(newer.get(0));
        assertThat(product.asks("ledger", "verify")).isEmpty();
        Answer refused = product.types("rollback", RATINGS, "--to-version", "1", "--plan")
                .exits(1);
        assertThat(refused.err()).contains("history-gone", newer.get(0).name());

        profile.store().delete(old.get(0));
        Answer verified = product.types("ledger", "verify", "-o", "json").exits(1);
        assertThat(verified.json())
                .singleElement()
                .extracting(JsonNode::toString, InstanceOfAssertFactories.STRING)
                .contains(RATINGS, "1 file of ratings is gone", old.get(0).name());
    }

    /** What the slices of the ratings are after a sample has landed. */
    private static SortedMap<String, String> ratings(Product product, int seed) throws IOException {
        product.lands(new SampleSettings(seed, 1_000, 0.05));
        assertThat(product.materializes("+" + RATINGS).values()).containsOnly("succeeded");
        return ratings(product);
    }

    private static SortedMap<String, String> ratings(Product product) {
        SortedMap<String, String> versions = product.dataVersions();
        versions.keySet().removeIf(slice -> !slice.startsWith(RATINGS + "@"));
        assertThat(versions).isNotEmpty();
        return versions;
    }

    private static List<ObjectPath> files(ObjectStore store) throws IOException {
        return new ArrayList<>(store.list(ObjectPath.of("lake/" + RATINGS)).stream()
                .map(ObjectInfo::path)
                .filter(path -> path.name().endsWith(".parquet"))
                .toList());
    }
}
