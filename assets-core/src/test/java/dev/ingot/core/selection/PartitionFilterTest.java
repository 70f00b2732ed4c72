package dev.ingot.core.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.testing.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartitionFilterTest {
    private static final AssetKey DAILY = AssetKey.parse("silver/test/daily");
    private static final PartitionFacts FACTS = PartitionFacts.at(Instant.parse("2026-03-01T10:00:00Z"));
    private static final Partitioning DAYS = Partitioning.fixed(
            "day",
            LocalDate.of(2024, 2, 28)
                    .datesUntil(LocalDate.of(2024, 4, 3))
                    .map(LocalDate::toString)
                    .toList());

    @Test
    void filtersReadCommasBarsAndBlanks() {
        PartitionFilter filter = PartitionFilter.parse("1996..1998, 2001");
        assertThat(filter).isEqualTo(PartitionFilter.parse("1996 .. 1998|2001")).hasToString("1996..1998|2001");
        assertThat(filter.named()).isEqualTo(PartitionSet.of("2001"));
        assertThat(filter.namesEach()).isFalse();
        assertThat(PartitionFilter.parse("1996,1998").namesEach()).isTrue();
        assertThat(PartitionFilter.everything().namesEach()).isFalse();
        assertThat(PartitionFilter.parse("9..10").contains(PartitionKey.of("10")))
                .isTrue();
        assertThat(filter.without(PartitionSet.of("1997"))).hasToString("[2001]");
    }

    @Test
    void eachDimensionHasASpan() {
        PartitionFilter filter = PartitionFilter.parse("1996..1998~fi|2001~*");
        assertThat(filter.contains(PartitionKey.of("1997", "fi"))).isTrue();
        assertThat(filter.contains(PartitionKey.of("1997", "vn"))).isFalse();
        assertThat(filter.contains(PartitionKey.of("2001", "vn"))).isTrue();
        assertThat(filter.contains(PartitionKey.of("2001"))).isFalse();
        assertThat(PartitionFilter.parse("*~fi").contains(PartitionKey.of("1997", "fi")))
                .isTrue();
    }

    @Test
    void anExactSetPrintsAsRangesOfItsKeys() {
        PartitionSet years = PartitionSet.of("1995", "1996", "1998", "1999", "2000");
        PartitionFilter filter = PartitionFilter.of(years.minus(PartitionSet.of("1998")));
        assertThat(PartitionFilter.parse(filter.toString()).among(years)).isEqualTo(filter.among(years));
        PartitionSet pairs = PartitionSet.of(List.of(PartitionKey.of("1", "a"), PartitionKey.of("2", "b c")));
        assertThat(PartitionFilter.of(pairs)).hasToString("1~a|2~b%20c");
        assertThat(PartitionFilter.parse("1~a|2~b%20c").among(pairs)).isEqualTo(pairs);
    }

    @Test
    void filtersCombineAsTheSetsThatTheyMean() {
        Property.forAll(5_000, random -> {
            PartitionSet keys = keys(random);
            PartitionFilter left = any(random, keys);
            PartitionFilter right = any(random, keys);
            assertThat(left.or(right).among(keys)).isEqualTo(left.among(keys).union(right.among(keys)));
            PartitionSet both = left.among(keys).intersect(right.among(keys));
            assertThat(left.and(right).map(filter -> filter.among(keys)).orElse(PartitionSet.empty()))
                    .isEqualTo(both);
            for (PartitionKey key : keys) {
                assertThat(left.contains(key)).isEqualTo(left.among(keys).contains(key));
            }
        });
    }

    private static PartitionFilter any(Random random, PartitionSet keys) {
        PartitionSet some = keys.filter(key -> random.nextBoolean());
        return switch (random.nextInt(4)) {
            case 0 -> PartitionFilter.everything();
            case 1 -> some.isEmpty() ? PartitionFilter.everything() : PartitionFilter.of(some);
            default -> SelectionParserTest.filter(random);
        };
    }

    private static PartitionSet keys(Random random) {
        int dimensions = 1 + random.nextInt(2);
        List<PartitionKey> keys = new ArrayList<>();
        for (int more = random.nextInt(12); more >= 0; more--) {
            List<String> values = new ArrayList<>();
            for (int dimension = 0; dimension < dimensions; dimension++) {
                values.add(Property.text(random, 2) + (1 + random.nextInt(2)));
            }
            keys.add(new PartitionKey(values));
        }
        return PartitionSet.of(keys);
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03, 2024-03-01..2024-03-31",
        "2024-03..2024-04, 2024-03-01..2024-04-02",
        "2024, 2024-02-28..2024-04-02",
        "2023..2024, 2024-02-28..2024-04-02",
        "2024-02..2024-03-01, 2024-02-28..2024-03-01",
        "2024-03-05, 2024-03-05",
    })
    void aCoarserTimeIsAllThatLiesWithin(String text, String days) {
        assertThat(PartitionFilter.parse(text).appliedTo(DAILY, DAYS, FACTS)).hasToString(days);
    }

    @Test
    void onlyTimesAreCoarserThanOthers() {
        PartitionFilter may = PartitionFilter.parse("2024-05");
        assertThatThrownBy(() -> may.appliedTo(DAILY, DAYS, FACTS)).hasMessageContaining("2024-05");
        Partitioning mixed = Partitioning.fixed("time", List.of("2024", "2024-03", "2024-04"));
        assertThat(PartitionFilter.parse("2024").appliedTo(DAILY, mixed, FACTS)).hasToString("2024");
        Partitioning codes = Partitioning.fixed("code", List.of("2024a", "2024b"));
        assertThatThrownBy(() -> PartitionFilter.parse("2024").appliedTo(DAILY, codes, FACTS))
                .hasMessageContaining("There is no partition '2024'");
    }

    @Test
    void whateverIsTypedAsPartitionsIsReadOrRefused() {
        Property.forAll(100_000, random -> {
            try {
                PartitionFilter filter = PartitionFilter.parse(Property.text(random, 6));
                assertThat(PartitionFilter.parse(filter.toString())).isEqualTo(filter);
            } catch (IngotException refused) {
                assertThat(refused.diagnostic().code().id()).isEqualTo("invalid-partition");
            }
        });
    }
}
