package dev.ingot.core.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.testing.Property;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssetKeyTest {
    @Test
    void parseUndoesPrint() {
        AssetKey key = AssetKey.of(Layer.SILVER, "movielens", "ratings_2");
        assertThat(key).hasToString("silver/movielens/ratings_2");
        assertThat(AssetKey.parse(key.toString())).isEqualTo(key);
    }

    @Test
    void keysAreOrderedByLayerThenAlphabetically() {
        List<String> texts =
                List.of("bronze/z/z", "silver/a/b", "silver/b/a", "gold/a/a", "warehouse/a/a", "recommender/a/a");
        assertThat(texts.stream().map(AssetKey::parse).sorted().map(AssetKey::toString))
                .isEqualTo(texts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "silver",
                "silver/a",
                "silver/a/b/c",
                "Silver/a/b",
                "silver//b",
                "silver/a/",
                "silver/A/b",
                "silver/1a/b",
                "silver/a/b-c",
                "silver/a/b ",
                " silver/a/b",
                "silver/ä/b",
                "silver/a/b\n",
                "copper/a/b"
            })
    void whatIsNoKeyIsRefusedWithAHint(String text) {
        assertThatThrownBy(() -> AssetKey.parse(text))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        failure -> assertThat(failure.diagnostic().code().id()).isEqualTo("invalid-key"));
    }

    @Test
    void aMisspeltLayerIsSuggested() {
        assertThatThrownBy(() -> AssetKey.parse("sliver/a/b")).hasMessageContaining("did you mean silver?");
    }

    @Test
    void whateverIsReadPrintsTheSame() {
        Property.forAll(100_000, random -> {
            String text = "silver/" + Property.text(random, 4) + "/" + Property.text(random, 4);
            try {
                assertThat(AssetKey.parse(text)).hasToString(text);
            } catch (IngotException refused) {
                assertThat(refused.diagnostic().what()).contains(text);
            }
        });
    }
}
