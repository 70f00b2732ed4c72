package dev.ingot.core.selection;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.graph.AssetGraph;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.testing.Property;
import dev.ingot.core.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/test/raw");
    private static final AssetKey CLEAN = AssetKey.parse("silver/test/clean");
    private static final AssetKey STATS = AssetKey.parse("gold/test/stats");
    private static final PartitionFacts FACTS = PartitionFacts.at(Instant.parse("2026-03-01T10:00:00Z"));
    private static final AssetGraph GRAPH = new World(
                    spec("bronze/test/raw").source("test/a.csv"),
                    spec("silver/test/clean").reads(RAW).partitioned(Partitioning.yearly("year", 1995, 1999)),
                    spec("gold/test/stats").reads(CLEAN))
            .graph();

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "*; bronze/test/raw silver/test/clean gold/test/stats",
                "silver/test/clean; silver/test/clean",
                "gold; gold/test/stats",
                "silver/*; silver/test/clean",
                "*/test/*a*; bronze/test/raw silver/test/clean gold/test/stats",
                "+silver/test/clean; bronze/test/raw silver/test/clean",
                "silver/test/clean+; silver/test/clean gold/test/stats",
                "+silver+; bronze/test/raw silver/test/clean gold/test/stats",
                "bronze, gold; bronze/test/raw gold/test/stats",
            })
    void choosesAssets(String text, String keys) {
        assertThat(Selection.parse(text).resolve(GRAPH, FACTS).keySet())
                .extracting(AssetKey::toString)
                .containsExactly(keys.split(" "));
    }

    @Test
    void choosesPartitions() {
        PartitionFilter filter =
                Selection.parse("silver@1996..1997|1999").resolve(GRAPH, FACTS).get(CLEAN);
        assertThat(filter).hasToString("1996..1997|1999");
        assertThat(PartitionSet.of("1995", "1996", "1998", "1999").filter(filter::contains))
                .isEqualTo(PartitionSet.of("1996", "1999"));
        assertThat(Selection.parse("silver@1996, silver@1998")
                        .resolve(GRAPH, FACTS)
                        .get(CLEAN))
                .hasToString("1996|1998");
        assertThat(Selection.parse("silver@1996, silver")
                        .resolve(GRAPH, FACTS)
                        .get(CLEAN)
                        .isEverything())
                .isTrue();
        assertThat(Selection.parse("silver@1996+")
                        .resolve(GRAPH, FACTS)
                        .get(STATS)
                        .isEverything())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gold/test/stat; did you mean gold/test/stats?",
                "goldd; did you mean gold?",
                "gold@1997; it is not partitioned",
                "silver@1994; the partitions are 1995..1999 by year",
            })
    void whatDoesNotExistIsRefused(String text, String hint) {
        assertThatThrownBy(() -> Selection.parse(text).resolve(GRAPH, FACTS))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining(hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gold silver; 5; a comma was expected here, not 's'",
                "gold,; 5; a name was expected here, not the end",
                "+; 1; a name was expected here, not the end",
                "gold,!x; 5; a name was expected here, not '!'",
                "gold@; 5; a partition was expected here, not the end",
                "gold@ 1998..1997; 6; The range 1998..1997 runs backwards",
                "gold@1997..; 5; A partition is missing in '1997..'",
                "gold@%zz; 5; Not a partition key",
            })
    void errorsPointAtTheCharacter(String text, int position, String why) {
        assertThatThrownBy(() -> Selection.parse(text)).isInstanceOfSatisfying(IngotException.class, failure -> {
            assertThat(failure.diagnostic().where()).contains(text + "\n" + " ".repeat(position) + "^");
            assertThat(failure.diagnostic().why().orElseThrow()).contains(why);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*", "gold", "+a/b/c", "a/b/c+", "+a+", "a@1..2|x%20y", "+a@1", "a@1+", "+a@1+", "a, +b@2, c+"})
    void parseUndoesPrint(String text) {
        assertThat(Selection.parse(text)).hasToString(text);
        assertThat(Selection.parse("gold+@1996")).hasToString("gold@1996+");
    }

    @Test
    void parseUndoesPrintOfRandomTrees() {
        Property.forAll(20_000, random -> {
            Selection selection = union(random);
            assertThat(Selection.parse(selection.toString())).isEqualTo(selection);
        });
    }

    private static Selection union(Random random) {
        Selection all = term(random);
        for (int more = random.nextInt(3); more > 0; more--) {
            all = new Selection.Union(all, term(random));
        }
        return all;
    }

    private static Selection term(Random random) {
        String[] names = {"*", "gold", "silver/*", "silver/test/clean", "a.b-c_d*"};
        Selection term = new Selection.Matching(names[random.nextInt(names.length)]);
        if (random.nextBoolean()) {
            PartitionKey first = PartitionKey.of(Property.text(random, 2) + "1");
            PartitionKey last = PartitionKey.of(Property.text(random, 2) + "2");
            boolean forward = first.compareTo(last) <= 0;
            PartitionFilter.Range range = new PartitionFilter.Range(forward ? first : last, forward ? last : first);
            PartitionFilter filter = PartitionFilter.parse(range + "|" + first);
            term = new Selection.AtPartitions(term, filter);
        }
        term = random.nextBoolean() ? new Selection.WithUpstream(term) : term;
        return random.nextBoolean() ? new Selection.WithDownstream(term) : term;
    }

    @Test
    void whateverIsTypedIsReadOrRefused() {
        Property.forAll(200_000, random -> {
            String text = Property.text(random, 8);
            try {
                Selection selection = Selection.parse(text);
                assertThat(Selection.parse(selection.toString())).isEqualTo(selection);
                selection.resolve(GRAPH, FACTS);
            } catch (IngotException refused) {
                assertThat(refused.diagnostic().what()).isNotEmpty();
            }
        });
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

    @Test
    void starsStandForAnyLettersInLinearTime() {
        assertThat(Glob.matches("a*a", "a")).isFalse();
        assertThat(Glob.matches("a*a", "aa")).isTrue();
        assertThat(Glob.matches("*b*b*", "abcb")).isTrue();
        assertThat(Glob.matches("*b*b*", "abc")).isFalse();
        assertThat(Glob.matches("**", "")).isTrue();
        assertThat(Glob.matches("ab", "abc")).isFalse();
        assertThat(Glob.matches("a.c", "abc")).isFalse();
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(Glob.matches("*a".repeat(40) + "b", "a".repeat(5000)))
                        .isFalse());
    }

    @Test
    void filtersReadCommasBarsAndBlanks() {
        PartitionFilter filter = PartitionFilter.parse("1996..1998, 2001");
        assertThat(filter).isEqualTo(PartitionFilter.parse("1996 .. 1998|2001"));
        assertThat(filter.named()).isEqualTo(PartitionSet.of("1996", "1998", "2001"));
        assertThat(filter.namesEach()).isFalse();
        assertThat(PartitionFilter.parse("1996,1998").namesEach()).isTrue();
        assertThat(PartitionFilter.everything().namesEach()).isFalse();
        assertThat(PartitionFilter.parse("9..10").contains(PartitionKey.of("10")))
                .isTrue();
        assertThat(filter.without(PartitionSet.of("1997"))).hasToString("[2001]");
    }
}
