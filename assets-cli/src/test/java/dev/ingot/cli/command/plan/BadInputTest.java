package dev.ingot.cli.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.cli.AssetsModule;
import dev.ingot.cli.Orchard;
import dev.ingot.cli.Terminal;
import dev.ingot.cli.Terminal.Answer;
import dev.ingot.cli.command.FrameworkCommands;
import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with partitions and plans is one diagnostic, which names the asset, the value and what to do. */
final class BadInputTest {
    private static final AssetKey PRESS = AssetKey.parse("gold/orchard/press");
    private static final AssetKey JUICE = AssetKey.parse("gold/orchard/juice");
    private static final Partitioning DAILY = Partitioning.daily("day")
            .start(LocalDate.of(2024, 3, 1))
            .end(LocalDate.of(2024, 4, 1))
            .build();

    @TempDir
    private Path folder;

    private Terminal terminal;

    @BeforeEach
    void sitDown() {
        terminal = at(
                AssetSpec.of(PRESS, "Pressed by day.").partitioned(DAILY).codeVersion("1"),
                AssetSpec.of(JUICE, "A bottle needs two days.")
                        .partitioned(DAILY)
                        .reads(PRESS, PartitionMapping.lookback(1))
                        .codeVersion("1"));
    }

    private Terminal at(AssetSpec.Builder... more) {
        AssetSpec[] specs =
                java.util.Arrays.stream(more).map(AssetSpec.Builder::build).toArray(AssetSpec[]::new);
        return new Terminal(folder, new FrameworkCommands(), new Orchard(specs));
    }

    private static void assertRefused(Answer answer, String... words) {
        assertThat(answer.err()).startsWith("error[").contains(words).contains("do:");
        assertThat(answer.err().split("error\\[")).as(answer.err()).hasSize(2);
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
    }

    @Test
    void aMappingThatDoesNotFit() {
        Terminal odd = at(
                AssetSpec.of(PRESS, "Pressed by day.").partitioned(DAILY),
                AssetSpec.of(JUICE, "A bottle.").reads(PRESS, PartitionMapping.overlapping()),
                AssetSpec.of(AssetKey.parse("gold/orchard/label"), "A label.")
                        .partitioned(Partitioning.fixed("size", java.util.List.of("small", "large")))
                        .reads(PRESS, PartitionMapping.identity()));
        assertRefused(
                odd.types("plan"),
                "2 problems",
                "gold/orchard/juice: cannot read gold/orchard/press: overlapping needs time windows on both sides",
                "gold/orchard/label: cannot read gold/orchard/press: ",
                "correct the definitions");
    }

    @Test
    void moreCombinationsThanCanBeNumbered() {
        Partitioning hours = Partitioning.hourly("hour").start(2000).end(2020).build();
        Terminal odd = at(AssetSpec.of(PRESS, "Pressed by hour, shift and second.")
                .partitioned(Partitioning.crossed(
                        hours,
                        Partitioning.hourly("shift").start(2000).end(2020).build())));
        assertRefused(odd.types("plan"), "too many to number them", "where: gold/orchard/press", "drop a dimension");
        assertRefused(odd.types("plan", PRESS + "@*~*"), "too many to number them", "where: gold/orchard/press");
    }

    @Test
    void aMappingThatNamesWhatCannotBe() {
        Terminal odd = at(
                AssetSpec.of(PRESS, "Pressed by day.").partitioned(DAILY),
                AssetSpec.of(JUICE, "A bottle.")
                        .reads(PRESS, PartitionMapping.specific(PartitionSet.of("2024-03-32"))));
        assertRefused(
                odd.types("plan"),
                "gold/orchard/juice: cannot read gold/orchard/press: specific(2024-03-32)",
                "2024-03-01..2024-03-31 by day",
                "correct the definitions");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            plan gold/orchard/press@2024-03-09..2024-03-02 | 2024-03-09..2024-03-02 runs backwards | 2024-03-02..2024-03-09
            backfill gold/orchard/cider@2021..2019         | 2021..2019 runs backwards             | 2019..2021
            plan gold/orchard/press@2024-04-01             | There is no partition '2024-04-01' | 2024-03-01..2024-03-31
            plan gold/orchard/press@2024-02-29..2024-02-29 | There is no partition '2024-02-29' | ingot partitions gold/orchard/press
            plan gold/orchard/press@monday                 | There is no partition 'monday'                 | 2024-03-01..2024-03-31
            show gold/orchard/press@2024-04-01             | There is no partition '2024-04-01' | ingot partitions gold/orchard/press
            show gold/orchard/press@2024-03-05~x           | There is no partition '2024-03-05~x' | 2024-03-01..2024-03-31
            show gold/orchard/press@monday                 | There is no partition 'monday'     | named: 2024-03-01
            show gold/orchard/press@                       | There is no partition ''            | ingot partitions gold/orchard/press
            show gold/orchard/press@50%                    | Not a partition key: '50%'         | ingot partitions gold/orchard/press
            show bronze/orchard/apples@2020                | it is not partitioned              | leave the partition out
            why gold/orchard/press@2025-01-01              | 2025-01-01                            | 2024-03-01
            """)
    void aRangeOrAKeyThatIsNone(String words, String what, String next) {
        String asset = words.replaceAll(".* |@.*", "");
        assertRefused(terminal.types(words.split(" ")), asset, what, next);
    }

    @Test
    void namesInASelectionThatMeanNothingArePointedAt() {
        assertRefused(
                terminal.types("plan", "gold/orchard/cider, gold/orchard/pres"),
                "where: gold/orchard/cider, gold/orchard/pres\n                             ^",
                "did you mean gold/orchard/press?");
        assertRefused(
                terminal.types("assets", "list", "silver@2020, gold/orchard/press@2025-01-01"),
                "where: gold/orchard/press\n         silver@2020, gold/orchard/press@2025-01-01\n" + " ".repeat(41)
                        + "^",
                "see them with: ingot partitions gold/orchard/press");
    }

    @Test
    void aDefinitionThatCannotBeNamesItsLine() {
        Terminal odd = new Terminal(folder, new FrameworkCommands(), new Orchard(), AssetsModule.of(() -> {
            throw new IllegalStateException(
                    "" + Partitioning.cron("shift", "0 6 30 2 *").start(2024));
        }));
        assertRefused(odd.types("plan"), "'0 6 30 2 *' of shift never fires", "BadInputTest", ".java:", "day of month");
    }

    @Test
    void anAssetThatReadsItsOwnEarlierPartitions() {
        Terminal odd = at(AssetSpec.of(PRESS, "Pressed by day.")
                .partitioned(DAILY)
                .reads(PRESS, PartitionMapping.offset(-1, -1)));
        assertRefused(
                odd.types("plan"),
                "The asset graph has a problem",
                "gold/orchard/press: reads itself by offset(-1, -1)",
                "previous()");
    }

    @Test
    void twoAssetsThatReadEachOthersEarlierPartitions() {
        Terminal odd = at(
                AssetSpec.of(PRESS, "Pressed by day.").partitioned(DAILY).reads(JUICE, PartitionMapping.offset(-1, -1)),
                AssetSpec.of(JUICE, "A bottle.").partitioned(DAILY).reads(PRESS, PartitionMapping.offset(-1, -1)));
        assertRefused(
                odd.types("plan"),
                "The asset graph has a problem",
                "is part of a cycle",
                "gold/orchard/juice reads gold/orchard/press by offset(-1, -1)",
                "gold/orchard/press reads gold/orchard/juice by offset(-1, -1)",
                "correct the definitions");
    }

    @Test
    void upstreamPartitionsThatAreMissingAreNamed() {
        terminal.types("materialize", "gold/orchard/press@2024-03-01..2024-03-05|2024-03-09");

        assertRefused(
                terminal.types("plan", "gold/orchard/juice@2024-03-05..2024-03-10"),
                "gold/orchard/juice needs partitions that were never materialized",
                "gold/orchard/press at 2024-03-06..2024-03-08, 2024-03-10",
                "ingot materialize +gold/orchard/juice",
                "--allow-missing");
        assertThat(terminal.types("plan", "gold/orchard/juice@2024-03-05..2024-03-10", "--allow-missing")
                        .status())
                .isZero();
    }

    @Test
    void aSavedPlanOfANewerIngotOrOfNone() throws Exception {
        Path file = folder.resolve("plan.json");
        terminal.types("plan", "--out", file.toString());
        String plan = Files.readString(file);
        Files.writeString(file, plan.replaceFirst("\"ingot_plan\" *: *\\d", "\"ingot_plan\": 99"));
        assertRefused(
                terminal.types("materialize", "--plan", file.toString()),
                "newer Ingot",
                "format 99",
                "plan again",
                file.toString());
        Files.writeString(file, plan.substring(0, plan.length() / 2));
        assertRefused(
                terminal.types("materialize", "--plan", file.toString()),
                "not a plan",
                "ingot plan --out FILE",
                file.toString());
    }

    @Test
    void aSavedPlanOfOtherDefinitions() {
        String file = folder.resolve("plan.json").toString();
        terminal.types("plan", "gold/orchard/press@2024-03-01", "--out", file);
        Terminal moved =
                at(AssetSpec.of(PRESS, "Pressed by day.").partitioned(DAILY).codeVersion("2"));
        assertRefused(moved.types("materialize", "--plan", file), "gold/orchard/press", "code", "plan again", file);
    }
}
