package dev.ingot.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.testing.Property;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionKeyTest {
    @ParameterizedTest
    @CsvSource({"1997,1997", "a b,a%20b", "a~b,a%7Eb", "ä,%C3%A4", "%,%25", "😀,%F0%9F%98%80", "a/b,a%2Fb", "..,%2E%2E"
    })
    void everythingButPlainLettersIsPercentEncoded(String value, String text) {
        assertThat(PartitionKey.of(value)).hasToString(text);
        assertThat(PartitionKey.parse(text)).isEqualTo(PartitionKey.of(value));
    }

    @Test
    void dimensionsAreJoinedByTildesAndTheWholeIsEmpty() {
        assertThat(PartitionKey.of("1997", "a~b")).hasToString("1997~a%7Eb");
        assertThat(PartitionKey.whole()).hasToString("");
        assertThat(PartitionKey.parse("").isWhole()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b",
                "%",
                "%4",
                "%zz",
                "%c3%a4",
                "%41",
                "%FF",
                "~",
                "a~",
                "~a",
                "a~~b",
                "ä",
                "a/b",
                "a.b",
                "%ED%A0%80"
            })
    void onlyTheOnePrintedFormIsRead(String text) {
        assertThatThrownBy(() -> PartitionKey.parse(text)).isInstanceOf(IngotException.class);
    }

    @Test
    void emptyAndBrokenValuesAreRefused() {
        assertThatThrownBy(() -> PartitionKey.of("a", "")).isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> PartitionKey.of("\ud800")).isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> PartitionKey.of("a\udc00b")).isInstanceOf(IngotException.class);
    }

    @Test
    void parseUndoesPrintAndNoTwoKeysPrintAlike() {
        Map<String, PartitionKey> printed = new HashMap<>();
        Property.forAll(20_000, random -> {
            PartitionKey key = key(random);
            assertThat(PartitionKey.parse(key.toString())).isEqualTo(key);
            assertThat(key.toString()).matches("[A-Za-z0-9_%~-]*");
            assertThat(printed.merge(key.toString(), key, (old, now) -> old)).isEqualTo(key);
        });
    }

    @Test
    void whatIsReadPrintsTheSame() {
        Property.forAll(100_000, random -> {
            String text = Property.text(random, 6);
            try {
                assertThat(PartitionKey.parse(text)).hasToString(text);
            } catch (IngotException refused) {
                assertThat(refused.diagnostic().code().id()).isEqualTo("invalid-partition");
            }
        });
    }

    @Test
    void theOrderIsTotal() {
        assertThat(PartitionSet.of("10", "1a", "9", "b", "09").stream().map(PartitionKey::value))
                .containsExactly("9", "09", "10", "1a", "b");
        Property.forAll(20_000, random -> {
            PartitionKey a = key(random);
            PartitionKey b = key(random);
            PartitionKey c = key(random);
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
            assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
            if (a.compareTo(b) <= 0 && b.compareTo(c) <= 0) {
                assertThat(a.compareTo(c)).isLessThanOrEqualTo(0);
            }
        });
    }

    @Test
    void setsPrintNeighbouringNumbersAsRanges() {
        assertThat(PartitionSet.of("1995", "1996", "1997", "2001", "x", "9", "10"))
                .hasToString("9..10, 1995..1997, 2001, x");
        assertThat(PartitionSet.empty()).hasToString("");
        assertThat(PartitionSet.of("1")).hasToString("1");
        assertThat(PartitionSet.of("99999999999999999999", "99999999999999999998"))
                .asString()
                .contains(", ");
    }

    @Test
    void identityMappingsNeedPartitionsThatFit() {
        PartitionMapping identity = PartitionMapping.identity();
        Partitioning years = Partitioning.yearly("year", 1995, 1997);
        assertThat(identity.problem(years, years)).isEmpty();
        assertThat(identity.problem(years, Partitioning.presentInSource("year")))
                .isEmpty();
        assertThat(identity.problem(years, Partitioning.unpartitioned())).isPresent();
        assertThat(identity.problem(years, Partitioning.yearly("year", 1995, 1998)))
                .isPresent();
        assertThat(PartitionMapping.all().problem(years, Partitioning.unpartitioned()))
                .isEmpty();
        PartitionFacts facts = PartitionFacts.at(Instant.parse("2026-03-01T10:00:00Z"));
        Side side = new Side(years, years.stated(facts).orElseThrow());
        assertThat(identity.upstreamOf(PartitionKey.of("1995"), new Sides(side, side)))
                .isEqualTo(PartitionSet.of("1995"));
        assertThatThrownBy(() -> years.check(PartitionKey.of("1994"), facts)).isInstanceOf(IngotException.class);
        assertThatThrownBy(() -> Partitioning.yearly("year", 2, 1)).isInstanceOf(IngotException.class);
    }

    private static PartitionKey key(Random random) {
        List<String> values = IntStream.range(0, random.nextInt(3))
                .mapToObj(dimension -> random.nextBoolean() ? Property.text(random, 3) : letters(random))
                .map(value -> value.isEmpty() ? "x" : value)
                .toList();
        return new PartitionKey(values);
    }

    /** Up to three letters of all that there are, assigned or not, but for halves of pairs. */
    private static String letters(Random random) {
        return random.ints(0, Character.MAX_CODE_POINT + 1)
                .filter(letter -> letter < Character.MIN_SURROGATE || letter > Character.MAX_SURROGATE)
                .limit(random.nextInt(4))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
