package dev.ingot.core.selection;

import static dev.ingot.core.testing.FakeAsset.spec;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.testing.World;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SelectionTest {
    private static final AssetKey RAW = AssetKey.parse("bronze/test/raw");
    private static final AssetKey CLEAN = AssetKey.parse("silver/test/clean");
    private static final AssetKey PAIRS = AssetKey.parse("gold/test/pairs");
    private static final AssetKey STATS = AssetKey.parse("gold/test/stats");
    private static final Partitioning YEARS = Partitioning.yearly("year", 1995, 1999);

    private final World world = new World(
            spec("bronze/test/raw").source("test/a.csv").tag("team", "core").owner("ann@example.org"),
            spec("silver/test/clean").reads(RAW).partitioned(YEARS).tag("slow", ""),
            spec("gold/test/pairs")
                    .reads(
                            CLEAN,
                            PartitionMapping.table(Map.of(
                                    PartitionKey.of("a"), PartitionSet.of("1995", "1996"),
                                    PartitionKey.of("b"), PartitionSet.of("1996", "1997"))))
                    .partitioned(Partitioning.fixed("pair", List.of("a", "b"))),
            spec("gold/test/stats").reads(PAIRS));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gold, silver/test/claen                   | silver/test/claen
            gold, (gold and not nothing)              | nothing
            silver@1997, silver/test/clean@2030       | 2030
            silver@2030, gold                         | 2030
            +gold/test/pairs and silver@2010..2020    | 2010..
            gold/test/stats@1996                      | 1996
            """)
    void whatThereIsNotIsPointedAt(String text, String place) {
        assertThatThrownBy(() -> Selection.resolve(text, SelectionContext.of(world.staleness())))
                .isInstanceOfSatisfying(IngotException.class, failure -> {
                    String where = failure.diagnostic().where().orElseThrow();
                    assertThat(where).endsWith(text + "\n" + " ".repeat(text.indexOf(place)) + "^");
                });
    }

    private String chosen(String text) {
        return Selection.parse(text).resolve(SelectionContext.of(world.staleness())).entrySet().stream()
                .map(one -> one.getKey().name() + (one.getValue().isEverything() ? "" : "@" + one.getValue()))
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '`',
            value = {
                "*; raw clean pairs stats",
                "silver/test/clean; clean",
                "gold; pairs stats",
                "silver/*; clean",
                "*/test/*a*; raw clean pairs stats",
                "+silver/test/clean; raw clean",
                "silver/test/clean+; clean pairs stats",
                "silver/test/clean+1; clean pairs",
                "1+gold/test/stats; pairs stats",
                "+silver+; raw clean pairs stats",
                "bronze, gold; raw pairs stats",
                "bronze or gold; raw pairs stats",
                "gold and *stats; stats",
                "not gold; raw clean",
                "* and not (gold or bronze); clean",
                "layer:gold; pairs stats",
                "domain:test and kind:*; raw clean pairs stats",
                "domain:other; ``",
                "tag:team=core; raw",
                "tag:slow, tag:te*; raw clean",
                "owner:\"ann@*\"; raw",
                "roots(*); raw",
                "sinks(* and not gold/test/stats); pairs",
                "roots(gold); pairs",
            })
    void choosesAssets(String text, String names) {
        assertThat(chosen(text)).isEqualTo(names);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "silver@1996..1997|1999; clean@1996..1997|1999",
                "silver@1996, silver@1998; clean@1996|1998",
                "silver@1996, silver; clean",
                "silver@1996..1998 and silver@1998..1999; clean@1998",
                "silver and not silver@1996; clean@1995|1997..1999",
                "not (silver@1995..1998 or gold); raw clean@1999",
                "silver@1995+; clean@1995 pairs@a stats",
                "silver@1996+1; clean@1996 pairs",
                "silver@1998+; clean@1998",
                "1+gold/test/pairs@a; clean@1995..1996 pairs@a",
                "+gold/test/pairs@b; raw clean@1996..1997 pairs@b",
                "(+silver)@1996; raw clean@1996",
                "*@a; raw pairs@a stats",
                "*@a|1996; raw clean@1996 pairs@a stats",
                "*@1996..1997|b|1999; raw clean@1996..1997|1999 pairs@b stats",
            })
    void partitionsFollowTheMappings(String text, String names) {
        assertThat(chosen(text)).isEqualTo(names);
    }

    @Test
    void statusAndChangesChooseExactlyTheSlices() {
        assertThat(chosen("status:missing")).isEqualTo("raw clean@1995..1999 pairs@a|b stats");
        world.run(world.plan("+silver@1995..1997"));
        assertThat(chosen("status:missing")).isEqualTo("clean@1998..1999 pairs@a|b stats");
        assertThat(chosen("status:fresh")).isEqualTo("raw clean@1995..1997");
        world.code.put(CLEAN, "2");
        assertThat(chosen("changed:code")).isEqualTo("clean@1995..1997");
        assertThat(chosen("status:stale and silver@1996..1999")).isEqualTo("clean@1996..1997");
        assertThat(chosen("changed:source")).isEmpty();
        world.sources.put("test/a.csv", "v2");
        assertThat(chosen("changed:source, changed:upstream")).isEqualTo("raw");
        assertThat(chosen("changed:any")).isEqualTo("raw clean@1995..1997");
        assertThat(chosen("status:failed")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "gold/test/stat; did you mean gold/test/stats?",
                "goldd; did you mean gold?",
                "gold/test/stats@1997; it is not partitioned",
                "silver@1994; There is no partition '1994'",
                "silver@1990..1994; has no partition in 1990..1994",
                "*@1996|c; There is no partition 'c'",
                "silver@1996|1994; There is no partition '1994'",
                "silver@1996~fi; it is partitioned by year",
            })
    void whatDoesNotExistIsRefused(String text, String hint) {
        assertThatThrownBy(() -> chosen(text))
                .isInstanceOf(IngotException.class)
                .hasMessageContaining(hint);
    }

    @Test
    void namesAloneNeedNeitherLedgerNorDatabase() {
        SelectionContext context = new SelectionContext(
                world.graph(), () -> PartitionFacts.at(Instant.parse("2000-01-01T00:00:00Z")), () -> {
                    throw new AssertionError("nobody asked how the project stands");
                });
        List<String> texts = List.of(
                "+gold and not tag:slow, roots(*)",
                "1+gold+",
                "kind:x or layer:silver",
                "silver@1996",
                "(silver or gold/test/pairs)@1996..1997|b");
        for (String text : texts) {
            assertThat(Selection.parse(text).resolve(context)).isNotNull();
        }
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
}
