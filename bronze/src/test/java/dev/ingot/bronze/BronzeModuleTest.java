package dev.ingot.bronze;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import dev.ingot.core.asset.Asset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BronzeModuleTest {
    @Test
    void contributesEveryKey() {
        Set<Asset> assets = Guice.createInjector(new BronzeModule()).getInstance(new Key<Set<Asset>>() {});

        assertThat(assets)
                .extracting(Asset::key)
                .containsExactlyInAnyOrder(
                        BronzeAssets.RATINGS, BronzeAssets.MOVIES, BronzeAssets.TAGS, BronzeAssets.LINKS);
    }
}
