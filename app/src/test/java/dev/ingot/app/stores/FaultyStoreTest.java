package dev.ingot.app.stores;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.app.FirstRun;
import dev.ingot.app.Product;
import dev.ingot.storage.server.Fault;
import dev.ingot.storage.server.FaultProxy;
import dev.ingot.storage.server.TestServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The ratings with all that they need on a store of which one request in ten goes wrong, of all that is asked. */
@ExtendWith(FirstRun.Once.class)
final class FaultyStoreTest {
    private static final long SEED = 2026_11_21L;
    /** Of a request that is sent again: of Ingot's own, and of Spark's. */
    private static final String AGAIN = "(?s).*(: try [0-9]+ of [0-9]+: |Retryable error detected).*";

    @TempDir
    private static Path folder;

    @Test
    void theSameContentByRetriesThatOneCanSee(FirstRun onDisk) throws IOException {
        try (FaultProxy proxy = new FaultProxy(TestServer.MINIO.port(), faults(), Duration.ofSeconds(2))) {
            Map<String, String> settings =
                    ServerProfile.behind(TestServer.MINIO, proxy.port()).settings();
            Product product = new Product(folder, settings);
            product.lands(FirstRun.SAMPLE);
            assertThat(product.materializes("+silver/movielens/ratings").values())
                    .containsOnly("succeeded");

            assertThat(onDisk.outcome().content()).containsAllEntriesOf(product.dataVersions());
            assertThat(product.dataVersions()).isNotEmpty();
            assertThat(product.asks("ledger", "verify")).isEmpty();
            int faults =
                    proxy.counts().values().stream().mapToInt(Integer::intValue).sum();
            long retries = retries(product.state().resolve("logs"));
            System.out.println(proxy.requests() + " requests, " + proxy.counts() + ", " + retries + " told");
            assertThat(proxy.counts()).containsOnlyKeys(Fault.values());
            assertThat(retries).isBetween(1L, 3L * faults);
        }
    }

    /**
     * S3A does not ask again for a listing that breaks off: that costs an attempt of the step, and at one in ten there would be
     * too many of them. Instead such a reply is lost as a whole.
     */
    private static FaultProxy.Chooser faults() {
        FaultProxy.Chooser any = FaultProxy.tenPercent(SEED);
        return request -> any.choose(request)
                .map(fault -> fault == Fault.TRUNCATED && request.contains("list-type=") ? Fault.DROPPED_REPLY : fault);
    }

    /** As the logs of the steps have them. */
    private static long retries(Path logs) throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            long retries = 0;
            for (Path file : files.filter(file -> file.toString().matches(".*[0-9]{3}[.]log"))
                    .toList()) {
                retries += Files.readAllLines(file).stream()
                        .filter(line -> line.matches(AGAIN))
                        .count();
            }
            return retries;
        }
    }
}
