package dev.ingot.dataset.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.dataset.DatasetException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final Manifest MANIFEST = new Manifest(
            1,
            new SampleSettings(-3, 20, 0.125),
            List.of(new Manifest.FileSummary("a \"b\"\\\n.csv", 3, 4, "00ff", 2, Map.of("duplicate", 1L))),
            Map.of("crlf_files", 0L),
            new Manifest.Truth(1, 60, new TreeMap<>(Map.of(1996, 20L)), 3.5, 0.8765432, 1.0 / 3));

    @Test
    void printAndParseUndoEachOther() {
        assertThat(Manifest.parse(MANIFEST.print())).isEqualTo(MANIFEST);
        assertThat(Manifest.parse(MANIFEST.print()).print()).isEqualTo(MANIFEST.print());
    }

    @Test
    void decimalsAreKeptToSixPlaces() {
        assertThat(MANIFEST.print())
                .contains(
                        "\"bias_rmse\": 0.876543,", "\"best_reachable_rmse\": 0.333333\n", "\"global_mean\": 3.500000");
    }

    @Test
    void aFileIsFoundByItsName() {
        assertThat(MANIFEST.file("a \"b\"\\\n.csv").rows()).isEqualTo(3);
        assertThatThrownBy(() -> MANIFEST.file("genome.csv")).hasMessageContaining("genome.csv");
    }

    @Test
    void anotherFormatIsRefused() {
        String newer = MANIFEST.print().replace("\"format\": 1", "\"format\": 2");
        assertThatThrownBy(() -> Manifest.parse(newer))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("format is 2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{", "{}", "{\"format\": \"1\"}", "{\"format\": 1.5}", "nonsense", "{\"format\": 1} x"
            })
    void whatIsNoManifestIsRefused(String text) {
        assertThatThrownBy(() -> Manifest.parse(text))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("manifest.json");
    }

    @Test
    void aMissingOrMistypedMemberIsNamed() {
        String broken = MANIFEST.print().replace("\"good_rows\": 2", "\"good_rows\": \"2\"");
        assertThatThrownBy(() -> Manifest.parse(broken)).hasMessageContaining("'files/good_rows'");
    }

    @Test
    void settingsAreChecked() {
        SampleSettings defaults = SampleSettings.defaults();
        assertThat(defaults).isEqualTo(new SampleSettings(1, 100_000, 0.01));
        assertThatThrownBy(() -> defaults.withRatings(19)).hasMessageContaining("19 were asked for");
        assertThatThrownBy(() -> defaults.withDefectShare(0.51)).hasMessageContaining("0.51");
        assertThatThrownBy(() -> defaults.withDefectShare(Double.NaN)).hasMessageContaining("NaN");
    }
}
