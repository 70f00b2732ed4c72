package dev.ingot.silver;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.inject.Guice;
import com.google.inject.Key;
import dev.ingot.core.asset.Asset;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilverModuleTest {
    @Test
    void contributesEveryKey() {
        Set<Asset> assets = Guice.createInjector(new SilverModule()).getInstance(new Key<Set<Asset>>() {});

        assertThat(assets)
                .extracting(Asset::key)
                .containsExactlyInAnyOrder(
                        SilverAssets.RATINGS, SilverAssets.MOVIES, SilverAssets.TAGS, SilverAssets.LINKS);
    }
}
