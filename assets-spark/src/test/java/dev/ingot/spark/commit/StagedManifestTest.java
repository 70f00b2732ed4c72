package dev.ingot.spark.commit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import dev.ingot.spark.Fruit;
import dev.ingot.spark.lake.Location;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The persisted form, as {@code docs/spec/staged-files.md} has it. */
class StagedManifestTest {
    private static final String GOLDEN = """
            {"ingot":1,"step":"01KDWPZAP0VDDQ5CP0S2SECBVD.3","asset":"silver/fruit/harvest","at":"2026-01-01T12:02:00Z",\
            "checks":[{"name":"enough","detail":"12 in 1997","blocking":true}],"partition_columns":["year"],\
            "schema":{"type":"struct","fields":[]},\
            "files":[{"path":"year=1997/part-0.parquet","partition":{"year":"1997"},"rows":12,"bytes":948},\
            {"path":"year=__HIVE_DEFAULT_PARTITION__/part%201.parquet","partition":{},"rows":1,"bytes":9}]}""";

    @TempDir
    Path table;

    private static StagedManifest manifest() {
        return new StagedManifest(
                StepId.parse("01KDWPZAP0VDDQ5CP0S2SECBVD.3"),
                Fruit.CLEAN,
                Instant.parse("2026-01-01T12:02:00Z"),
                List.of(CheckResult.blocked("enough", "12 in 1997")),
                List.of("year"),
                "{\"type\":\"struct\",\"fields\":[]}",
                List.of(
                        new StagedFile("year=1997/part-0.parquet", Map.of("year", "1997"), 12, 948),
                        new StagedFile("year=__HIVE_DEFAULT_PARTITION__/part%201.parquet", Map.of(), 1, 9)));
    }

    @Test
    void isPrintedAsTheSpecSaysAndReadBack() {
        assertThat(StagedManifestJson.print(manifest())).isEqualTo(GOLDEN);
        assertThat(StagedManifestJson.parse(GOLDEN)).isEqualTo(manifest());
    }

    @Test
    void isKeptBesideTheTableUnderItsStep() throws Exception {
        StagedManifests manifests = new StagedManifests(Location.ofDisk(table));
        manifests.write(manifest());

        assertThat(manifests.steps()).containsExactly(manifest().step());
        assertThat(manifests.read(manifest().step())).isEqualTo(manifest());
        assertThat(manifests.file(manifest().files().get(1)).name()).isEqualTo("part 1.parquet");
    }

    @Test
    void ofANewerIngotIsRefused() {
        assertThatThrownBy(() -> StagedManifestJson.parse(GOLDEN.replace("{\"ingot\":1,", "{\"ingot\":2,")))
                .isInstanceOfSatisfying(
                        IngotException.class,
                        e -> assertThat(e.diagnostic().code()).isEqualTo(ErrorCode.NEWER_FORMAT));
        for (String text : List.of("", "[]", "{}", "{\"ingot\":1}", "nothing")) {
            assertThatThrownBy(() -> StagedManifestJson.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
