package dev.ingot.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.RunId;
import dev.ingot.core.event.StepId;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.testing.Property;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MaterializationJsonTest {
    private static final StepId STEP = new StepId(new RunId("01JNA000000000000000000001"), 12);
    private static final AssetKey RATINGS = AssetKey.parse("silver/movielens/ratings");
    private static final Materialization VALID = new Materialization(
            STEP,
            RATINGS,
            42,
            "0011223344556677",
            Instant.parse("2026-03-01T10:00:00.123456Z"),
            List.of(
                    new Slice(
                            PartitionKey.of("1997"),
                            "3:12345",
                            5_000_000_000L,
                            2,
                            Map.of("bronze/movielens/ratings", "9:1", "landing:movielens/ratings.csv", "ff00")),
                    new Slice(PartitionKey.of("a b"), "0:0", 0, 0, Map.of()),
                    new Slice(PartitionKey.whole(), "d", 3, 1, Map.of())),
            PartitionSet.of("1890", "x~y"));

    @Test
    void theFormIsTheOneThatTablesHoldAlready() throws IOException {
        assertThat(MaterializationJson.print(VALID)).isEqualTo(golden("valid"));
        assertThat(MaterializationJson.parse(golden("valid"), 42)).isEqualTo(VALID);
    }

    @Test
    void durationAndSizesAreWrittenWhereTheyAreKnown() throws IOException {
        Materialization sized = new Materialization(
                STEP,
                RATINGS,
                42,
                "0011223344556677",
                Instant.parse("2026-03-01T10:00:00.123456Z"),
                Duration.ofMillis(81_250),
                List.of(new Slice(PartitionKey.of("1997"), "3:12345", 3, 2, 5_000_000_000L, Map.of())),
                PartitionSet.empty());
        assertThat(MaterializationJson.print(sized)).isEqualTo(golden("sized"));
        assertThat(MaterializationJson.parse(golden("sized"), 42)).isEqualTo(sized);
    }

    @Test
    void aNewerFormatIsRefusedBeforeItIsUnderstood() {
        assertThatThrownBy(() -> MaterializationJson.parse(golden("newer"), 1))
                .isInstanceOfSatisfying(IngotException.class, failure -> {
                    assertThat(failure.diagnostic().code()).isEqualTo(ErrorCode.NEWER_FORMAT);
                    assertThat(failure.diagnostic().text()).contains("format 2", "up to 1");
                });
        assertThatThrownBy(() -> MaterializationJson.parse("{\"ingot\":4294967297}", 1))
                .isInstanceOf(IngotException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"ingot\":\"1\"}",
                "{\"ingot\":1}",
                "{\"ingot\":1",
                "text",
                "1",
                "\"x\""
            })
    void whatIsNoneIsRefused(String json) {
        assertThatIllegalArgumentException().isThrownBy(() -> MaterializationJson.parse(json, 1));
    }

    @Test
    void whatIsDamagedIsRefused() throws IOException {
        for (String[] change : new String[][] {
            {"01JNA", "!!"},
            {"silver/", "copper/"},
            {"2026-03", "2026-13"},
            {"\"1997\"", "\"%zz\""},
            {"5000000000", "\"x\""},
            {"\"ff00\"", "null"},
            {"\"1890\"", "null"},
            {".12", ".x"},
            {"\"data\":\"d\"", "\"date\":\"d\""}
        }) {
            String damaged = golden("valid").replace(change[0], change[1]);
            assertThatIllegalArgumentException().as(change[1]).isThrownBy(() -> MaterializationJson.parse(damaged, 1));
        }
    }

    @Test
    void parseUndoesPrint() {
        Property.forAll(2000, random -> {
            List<Slice> slices = new ArrayList<>();
            for (int number = random.nextInt(4); number > 0; number--) {
                slices.add(new Slice(
                        PartitionKey.of("p" + Property.text(random, 3)),
                        Property.text(random, 3),
                        random.nextLong(),
                        random.nextInt(),
                        random.nextInt(3),
                        Map.of("i" + Property.text(random, 3), Property.text(random, 3))));
            }
            Materialization done = new Materialization(
                    STEP,
                    RATINGS,
                    random.nextInt(100),
                    Property.text(random, 3),
                    Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)),
                    Duration.ofNanos(random.nextInt(3) * 1_500_000L),
                    slices,
                    PartitionSet.of("r" + Property.text(random, 2)),
                    random.nextLong(3));
            assertThat(MaterializationJson.parse(MaterializationJson.print(done), done.tableVersion()))
                    .isEqualTo(done);
        });
    }

    @Test
    void rowsOfTheDiscoveryAreNotCountedTwice() {
        assertThat(VALID.rows()).isEqualTo(5_000_000_000L);
        assertThat(VALID.rejected()).isEqualTo(3);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file =
                MaterializationJsonTest.class.getResourceAsStream("materialization-" + name + ".json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }
}
