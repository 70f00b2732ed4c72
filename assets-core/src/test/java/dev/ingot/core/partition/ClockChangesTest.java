package dev.ingot.core.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.law.PartitionMappingLaws;
import dev.ingot.core.partition.window.TimeWindow;
import dev.ingot.core.testing.ClockChange;
import dev.ingot.core.testing.Property;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Days and hours around each change of the clocks, and around leap days, in zones of every kind. */
class ClockChangesTest {
    static final List<String> ZONES = ClockChange.ZONES;
    private static final Instant FROM = Instant.parse("2008-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void thereAreZonesOfEveryKind() {
        assertThat(ZONES).doesNotHaveDuplicates().hasSizeGreaterThan(10);
        assertThat(ZONES)
                .anyMatch(name -> ZoneId.of(name).getRules().getOffset(TO).getTotalSeconds() % 3600 == 1800);
    }

    /** Hours of each day and the days of each hour: together exactly as long, in both directions, at home and elsewhere. */
    @ParameterizedTest
    @FieldSource("ZONES")
    void hoursMakeUpTheirDay(String name) {
        ZoneId zone = ZoneId.of(name);
        Instant after = FROM;
        for (ZoneOffsetTransition change = zone.getRules().nextTransition(after);
                change != null && change.getInstant().isBefore(TO);
                change = zone.getRules().nextTransition(after)) {
            after = change.getInstant();
            LocalDate day = change.getDateTimeBefore().toLocalDate();
            TimeWindows days =
                    Partitioning.daily("day").zone(zone).start(day.minusDays(2)).build();
            TimeWindows hours = Partitioning.hourly("hour")
                    .zone(zone)
                    .start(day.minusDays(2))
                    .build();
            PartitionFacts facts = PartitionFacts.at(after.plus(Duration.ofDays(2)));
            assertMadeUp(days, hours, facts);
        }
    }

    private static void assertMadeUp(TimeWindows days, TimeWindows hours, PartitionFacts facts) {
        PartitionSet all = days.stated(facts).orElseThrow();
        Sides sides = new Sides(new Side(hours, hours.stated(facts).orElseThrow()), new Side(days, all));
        Sides back = new Sides(sides.downstream(), sides.upstream());
        PartitionMapping mapping = PartitionMapping.overlapping();
        for (PartitionKey day : all) {
            TimeWindow period = days.window(day);
            PartitionSet inside = mapping.upstreamOf(day, sides);
            Instant reached = hours.window(inside.first()).start();
            assertThat(reached).as("%s of %s", day, days).isBeforeOrEqualTo(period.start());
            for (PartitionKey hour : inside) {
                assertThat(hours.window(hour).start()).isEqualTo(reached);
                assertThat(mapping.upstreamOf(hour, back).contains(day)).isTrue();
                reached = hours.window(hour).end();
            }
            assertThat(reached).as("%s of %s", day, days).isAfterOrEqualTo(period.end());
        }
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void mappingsKeepTheLawsFromZoneToZoneWhenTheClocksChange(String name) {
        Property.forAll(2, random -> {
            ZoneId here = ZoneId.of(name);
            ZoneId there = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant year = FROM.plus(Duration.ofDays(random.nextInt(6_000)));
            ZoneOffsetTransition change =
                    (random.nextBoolean() ? here : there).getRules().nextTransition(year);
            LocalDateTime around = LocalDateTime.ofInstant(change == null ? year : change.getInstant(), ZoneOffset.UTC);
            LocalDate start = around.toLocalDate().minusDays(2);
            TimeWindows hours =
                    Partitioning.hourly("hour").zone(here).start(start).build();
            TimeWindows days =
                    Partitioning.daily("day").zone(there).start(start).build();
            PartitionFacts facts = PartitionFacts.at(around.plusDays(2).toInstant(ZoneOffset.UTC));
            PartitionMappingLaws.check(PartitionMapping.overlapping(), hours, days, facts);
            PartitionMappingLaws.check(PartitionMapping.overlapping(), days, hours, facts);
            PartitionMappingLaws.check(PartitionMapping.offset(-1, 0), hours, hours, facts);
        });
    }

    @ParameterizedTest
    @FieldSource("ZONES")
    void aLeapDayIsADayOfItsYearsAlone(String name) {
        ZoneId zone = ZoneId.of(name);
        TimeWindows days = Partitioning.daily("day").zone(zone).start(1984).build();
        TimeWindows months =
                Partitioning.monthly("month").zone(zone).start(1984).build();
        PartitionFacts facts = PartitionFacts.at(TO);
        PartitionSet all = days.stated(facts).orElseThrow();
        Sides sides = new Sides(
                new Side(days, all), new Side(months, months.stated(facts).orElseThrow()));
        for (int year = 1984; year < 2026; year++) {
            assertThat(all.contains(PartitionKey.of(year + "-02-29")))
                    .as("%s", year)
                    .isEqualTo(Year.isLeap(year));
            PartitionSet february = PartitionMapping.overlapping().upstreamOf(PartitionKey.of(year + "-02"), sides);
            assertThat(february).as("%s in %s", year, zone).hasSize(Year.isLeap(year) ? 29 : 28);
        }
    }
}
