package dev.ingot.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.law.PartitionMappingLaws;
import dev.ingot.core.testing.Property;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MappingsTest {
    private static final PartitionFacts NOW = new PartitionFacts(
            Instant.parse("2024-11-20T12:00:00Z"), Map.of("shops", PartitionSet.of("fi", "se", "a~b")));
    private static final Partitioning REGIONS = Partitioning.fixed("region", List.of("eu", "us", "x y"));

    private static TimeWindows days(String zone) {
        return Partitioning.daily("day")
                .start(LocalDate.of(2024, 10, 20))
                .zone(zone)
                .build();
    }

    private static TimeWindows hours(String zone) {
        return Partitioning.hourly("hour")
                .start(LocalDate.of(2024, 10, 20))
                .zone(zone)
                .build();
    }

    private static Sides sides(Partitioning upstream, Partitioning downstream) {
        return new Sides(
                new Side(upstream, upstream.stated(NOW).orElseThrow()),
                new Side(downstream, downstream.stated(NOW).orElseThrow()));
    }

    @Test
    void aDayNeedsItsHoursAlsoWhenTheClockGoesBack() {
        Sides sides = sides(hours("Europe/Berlin"), days("Europe/Berlin"));
        PartitionSet needed = PartitionMapping.overlapping().upstreamOf(PartitionKey.of("2024-10-27"), sides);
        assertThat(needed).hasSize(25);
        assertThat(PartitionMapping.overlapping().downstreamOf(needed, sides)).hasToString("2024-10-27");
    }

    @Test
    void aDayOfAnotherZoneNeedsTheHoursThatItTouches() {
        Sides sides = sides(hours("UTC"), days("Asia/Kolkata"));
        assertThat(PartitionMapping.overlapping().upstreamOf(PartitionKey.of("2024-10-27"), sides))
                .hasToString("2024-10-26T18..2024-10-27T18");
    }

    @Test
    void anOffsetLooksBackAsFarAsThereIsSomething() {
        Sides sides = sides(days("UTC"), days("UTC"));
        PartitionMapping week = PartitionMapping.lookback(6);
        assertThat(week.upstreamOf(PartitionKey.of("2024-10-22"), sides)).hasToString("2024-10-20..2024-10-22");
        assertThat(week.upstreamOf(PartitionKey.of("2024-11-10"), sides)).hasToString("2024-11-04..2024-11-10");
        assertThat(week.downstreamOf(PartitionSet.of("2024-10-22"), sides)).hasToString("2024-10-22..2024-10-28");
    }

    @Test
    void whatBeginsEarlierLooksBackToNothing() {
        TimeWindows early =
                Partitioning.daily("day").start(LocalDate.of(2024, 10, 1)).build();
        Sides sides = sides(days("UTC"), early);
        PartitionMapping yesterday = PartitionMapping.offset(-1, -1);
        assertThat(yesterday.upstreamOf(PartitionKey.of("2024-10-05"), sides).isEmpty())
                .isTrue();
        assertThat(yesterday.upstreamOf(PartitionKey.of("2024-10-21"), sides)).hasToString("2024-10-20");
    }

    @Test
    void mappingsThatDoNotFitSayWhy() {
        assertProblem(PartitionMapping.identity(), days("UTC"), days("Europe/Berlin"), "all keys");
        assertProblem(PartitionMapping.identity(), REGIONS, Partitioning.dynamic("s", "shops"), "all keys");
        assertProblem(PartitionMapping.identity(), Partitioning.fixed("r", List.of("eu")), REGIONS, "all keys");
        assertProblem(PartitionMapping.offset(0, 1), days("UTC"), hours("UTC"), "begin together");
        assertProblem(PartitionMapping.offset(0, 1), days("UTC"), REGIONS, "on both sides");
        assertProblem(PartitionMapping.overlapping(), REGIONS, days("UTC"), "time windows");
        assertProblem(PartitionMapping.dimensions(), REGIONS, REGIONS, "no dimension");
        PartitionMapping regions = PartitionMapping.dimensions().map("region", PartitionMapping.identity());
        assertProblem(regions, days("UTC"), REGIONS, "there are only [day] upstream");
        assertProblem(
                PartitionMapping.dimensions()
                        .map("hour", "day", PartitionMapping.identity())
                        .map("region", PartitionMapping.identity()),
                Partitioning.crossed(hours("UTC"), REGIONS),
                Partitioning.crossed(days("UTC"), REGIONS),
                "between the dimensions hour and day");
        assertProblem(
                PartitionMapping.dimensions()
                        .map("region", PartitionMapping.identity())
                        .map("region", PartitionMapping.all()),
                REGIONS,
                REGIONS,
                "mapped already");
        assertProblem(
                PartitionMapping.specific(PartitionSet.of("eu", "uss")),
                REGIONS,
                days("UTC"),
                "can never have: uss, and");
        assertProblem(
                PartitionMapping.specific(PartitionSet.of("2024-13-01")),
                days("UTC"),
                REGIONS,
                "never have: 2024-13-01");
        assertProblem(
                PartitionMapping.specific(PartitionSet.of("eu")),
                Partitioning.unpartitioned(),
                REGIONS,
                "not partitioned");
        assertProblem(
                PartitionMapping.specific(PartitionSet.of("eu")),
                Partitioning.crossed(days("UTC"), REGIONS),
                REGIONS,
                "never have: eu");
        PartitionMapping table = PartitionMapping.table(Map.of(PartitionKey.of("eu"), PartitionSet.of("2024-11-01")));
        assertThat(table.problem(days("UTC"), REGIONS)).isEmpty();
        assertThat(table.problem(Partitioning.dynamic("s", "shops"), Partitioning.presentInSource("p")))
                .isEmpty();
        assertProblem(table, days("UTC"), Partitioning.fixed("r", List.of("us")), "rows for what the reader can never");
        assertProblem(table, hours("UTC"), REGIONS, "names what it can never have: 2024-11-01");
        assertThatThrownBy(() -> PartitionMapping.offset(1, 0)).isInstanceOf(IngotException.class);
    }

    private static void assertProblem(
            PartitionMapping mapping, Partitioning upstream, Partitioning downstream, String words) {
        assertThat(mapping.problem(upstream, downstream))
                .hasValueSatisfying(told -> assertThat(told).contains(words));
    }

    @Test
    void dimensionsAreFollowedOneByOne() {
        Partitioning upstream = Partitioning.crossed(hours("Europe/Berlin"), REGIONS);
        Partitioning downstream = Partitioning.crossed(REGIONS, days("Europe/Berlin"));
        PartitionMapping mapping = PartitionMapping.dimensions()
                .map("hour", "day", PartitionMapping.overlapping())
                .map("region", PartitionMapping.identity());
        assertThat(mapping.problem(upstream, downstream)).isEmpty();
        PartitionSet needed = mapping.upstreamOf(PartitionKey.of("x y", "2024-10-27"), sides(upstream, downstream));
        assertThat(needed).hasSize(25);
        assertThat(needed.first()).hasToString("2024-10-27T00~x%20y");
    }

    @Test
    void everyBuiltInMappingKeepsTheLaws() {
        Property.forAll(40, random -> {
            TimeWindows hours = windows(random, "hour", true);
            TimeWindows other = windows(random, "other", random.nextBoolean());
            PartitionFacts facts = facts(random, hours, other);
            PartitionMappingLaws.check(PartitionMapping.identity(), hours, hours, facts);
            PartitionMappingLaws.check(PartitionMapping.all(), hours, other, facts);
            PartitionMappingLaws.check(PartitionMapping.last(), hours, other, facts);
            PartitionMappingLaws.check(PartitionMapping.offset(-2, random.nextInt(3)), hours, hours, facts);
            PartitionMappingLaws.check(PartitionMapping.overlapping(), hours, other, facts);
            PartitionMappingLaws.check(PartitionMapping.overlapping(), other, hours, facts);
            PartitionSet keys = hours.stated(facts).orElseThrow();
            PartitionMappingLaws.check(
                    PartitionMapping.specific(keys.filter(key -> random.nextInt(3) == 0)), hours, other, facts);
        });
    }

    @Test
    void mappingsBetweenListedKeysKeepTheLaws() {
        Property.forAll(300, random -> {
            Side upstream = new Side(Partitioning.presentInSource("a"), some(random));
            Side downstream = new Side(Partitioning.presentInSource("b"), some(random));
            Sides sides = new Sides(upstream, downstream);
            Map<PartitionKey, PartitionSet> table = new HashMap<>();
            downstream.keys().forEach(key -> table.put(key, some(random)));
            PartitionMappingLaws.check(PartitionMapping.identity(), sides);
            PartitionMappingLaws.check(PartitionMapping.offset(-1, random.nextInt(2)), sides);
            PartitionMappingLaws.check(PartitionMapping.table(table), sides);
            PartitionMappingLaws.check(PartitionMapping.specific(some(random)), sides);
            PartitionMappingLaws.check(PartitionMapping.last(), sides);
        });
    }

    @Test
    void mappingsBetweenDimensionsKeepTheLaws() {
        Property.forAll(30, random -> {
            Partitioning upstream = crossed(random);
            Partitioning downstream = crossed(random);
            DimensionMapping mapping = PartitionMapping.dimensions();
            for (String column : List.of("day", "region", "shop")) {
                if (upstream.columns().contains(column)
                        && downstream.columns().contains(column)
                        && random.nextInt(4) > 0) {
                    mapping = mapping.map(column, inner(random));
                }
            }
            if (mapping.problem(upstream, downstream).isEmpty()) {
                Sides sides = sides(upstream, downstream);
                PartitionMappingLaws.check(mapping, sides);
                PartitionMappingLaws.check(mapping, new Sides(listed(sides.upstream(), random), sides.downstream()));
                PartitionMappingLaws.check(mapping, new Sides(sides.upstream(), listed(sides.downstream(), random)));
            }
        });
    }

    private static PartitionMapping inner(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> PartitionMapping.identity();
            case 1 -> PartitionMapping.offset(-1, 0);
            default -> PartitionMapping.all();
        };
    }

    private static Side listed(Side side, Random random) {
        return new Side(
                side.partitioning(),
                PartitionSet.of(
                        side.keys().stream().filter(key -> random.nextBoolean()).toList()));
    }

    private static Partitioning crossed(Random random) {
        TimeWindows days = Partitioning.daily("day")
                .start(LocalDate.of(2024, 11, 14).plusDays(random.nextInt(3)))
                .build();
        List<Partitioning> all = new ArrayList<>(List.of(days, REGIONS, Partitioning.dynamic("shop", "shops")));
        java.util.Collections.shuffle(all, random);
        int count = 1 + random.nextInt(3);
        return count == 1
                ? all.get(0)
                : Partitioning.crossed(all.subList(0, count).toArray(Partitioning[]::new));
    }

    private static TimeWindows windows(Random random, String column, boolean hourly) {
        String zone = TimeWindowsTest.ZONES.get(random.nextInt(TimeWindowsTest.ZONES.size()));
        LocalDate start =
                LocalDate.of(2024, List.of(3, 10, 11).get(random.nextInt(3)), 1).plusDays(random.nextInt(30));
        return (hourly ? Partitioning.hourly(column) : Partitioning.daily(column))
                .start(start)
                .zone(zone)
                .build();
    }

    private static PartitionFacts facts(Random random, TimeWindows... windows) {
        LocalDate first = LocalDate.of(2025, 1, 1);
        for (TimeWindows one : windows) {
            LocalDate start = one.series().start().toLocalDate();
            first = start.isBefore(first) ? start : first;
        }
        return PartitionFacts.at(
                first.plusDays(1 + random.nextInt(3)).atStartOfDay().toInstant(java.time.ZoneOffset.UTC));
    }

    private static PartitionSet some(Random random) {
        List<PartitionKey> keys = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            if (random.nextBoolean()) {
                keys.add(PartitionKey.of("" + number));
            }
        }
        return PartitionSet.of(keys);
    }

    @Test
    void theLawsFindAMappingThatBreaksThem() {
        PartitionMapping broken = new PartitionMapping() {
            @Override
            public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
                return PartitionSet.of("nowhere");
            }
        };
        assertThatThrownBy(() -> PartitionMappingLaws.check(broken, REGIONS, REGIONS, NOW))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("every mapped key exists");
        PartitionMapping oneWay = new PartitionMapping() {
            @Override
            public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
                return sides.upstream().keys();
            }

            @Override
            public PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
                return PartitionSet.empty();
            }
        };
        assertThatThrownBy(() -> PartitionMappingLaws.check(oneWay, REGIONS, REGIONS, NOW))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("forward and backward agree");
    }
}
