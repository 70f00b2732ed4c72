package dev.ingot.core.partition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ingot.core.error.IngotException;
import dev.ingot.core.partition.window.TimeWindow;
import dev.ingot.core.testing.ClockChange;
import dev.ingot.core.testing.Property;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowsTest {
    static final List<String> ZONES = ClockChange.ZONES;

    private static final String[] CRONS = {
        "0 5 * * *",
        "30 2 * * *",
        "*/30 * * * *",
        "15 */6 * * *",
        "0 0 1 * *",
        "0 12 L * *",
        "10,50 1-3 * * MON-FRI",
        "0 0 29 2 *",
        "@hourly"
    };

    private static PartitionFacts at(String now) {
        return PartitionFacts.at(Instant.parse(now));
    }

    private static PartitionSet keys(TimeWindows windows, String now) {
        return windows.stated(at(now)).orElseThrow();
    }

    private static List<String> texts(PartitionSet keys) {
        return keys.stream().map(PartitionKey::toString).toList();
    }

    @Test
    void aWindowExistsOnceItHasEnded() {
        TimeWindows days =
                Partitioning.daily("day").start(LocalDate.of(2024, 2, 28)).build();
        assertThat(texts(keys(days, "2024-03-01T23:59:59Z"))).containsExactly("2024-02-28", "2024-02-29");
        assertThat(keys(days, "2024-03-02T00:00:00Z")).hasToString("2024-02-28..2024-03-01");
        assertThat(keys(days, "2024-02-28T23:59:59Z").isEmpty()).isTrue();
        assertThat(keys(days, "2020-01-01T00:00:00Z").isEmpty()).isTrue();
    }

    @Test
    void aKeyFitsWhateverTheTimeAndDimensionByDimension() {
        Partitioning days = Partitioning.daily("day")
                .start(LocalDate.of(2024, 2, 28))
                .end(LocalDate.of(2024, 3, 1))
                .build();
        Partitioning crossed = Partitioning.crossed(days, Partitioning.dynamic("station", "stations"));
        assertThat(days.fits(PartitionKey.of("2024-02-29"))).isTrue();
        assertThat(days.fits(PartitionKey.of("2030-01-01"))).isTrue();
        assertThat(days.fits(PartitionKey.of("2024-02-27"))).isFalse();
        assertThat(days.fits(PartitionKey.of("2024-02"))).isFalse();
        assertThat(crossed.fits(PartitionKey.of("2024-02-29", "any"))).isTrue();
        assertThat(crossed.fits(PartitionKey.of("2024-02", "any"))).isFalse();
        assertThat(crossed.fits(PartitionKey.of("2024-02-29"))).isFalse();
        assertThat(Partitioning.unpartitioned().fits(PartitionKey.whole())).isTrue();
    }

    @Test
    void keysAreAsCoarseAsTheUnit() {
        LocalDate start = LocalDate.of(2024, 2, 27);
        String now = "2026-06-01T00:00:00Z";
        assertThat(keys(Partitioning.hourly("t").start(start).build(), now).first())
                .hasToString("2024-02-27T00");
        assertThat(keys(Partitioning.daily("t").start(start).build(), now).first())
                .hasToString("2024-02-27");
        assertThat(keys(Partitioning.weekly("t").start(start).build(), now).first())
                .hasToString("2024-03-04");
        assertThat(keys(Partitioning.monthly("t").start(start).build(), now).first())
                .hasToString("2024-03");
        assertThat(keys(Partitioning.yearly("t").start(start).build(), now).first())
                .hasToString("2025");
        assertThat(keys(Partitioning.cron("t", "30 5 * * *").start(start).build(), now)
                        .first())
                .hasToString("2024-02-27T05-30");
    }

    @Test
    void offsetsMoveTheWindowsAndNotTheirNames() {
        TimeWindows weeks = Partitioning.weekly("week")
                .start(2024)
                .startingOn(DayOfWeek.SUNDAY)
                .offset(Duration.ofHours(5))
                .zone("Europe/Berlin")
                .build();
        assertThat(weeks.window(PartitionKey.of("2024-01-07")))
                .isEqualTo(
                        new TimeWindow(Instant.parse("2024-01-07T04:00:00Z"), Instant.parse("2024-01-14T04:00:00Z")));
        assertThat(weeks.window(PartitionKey.of("2024-03-31")).length()).isEqualTo(Duration.ofDays(7));
        assertThat(weeks.window(PartitionKey.of("2024-03-24")).length()).isEqualTo(Duration.ofHours(7 * 24 - 1));
    }

    @Test
    void endOffsetsShiftWhatExistsByWholeWindows() {
        TimeWindows.Builder days = Partitioning.daily("day").start(2024).end(LocalDate.of(2024, 1, 6));
        assertThat(keys(days.endOffset(1).build(), "2024-01-03T12:00:00Z")).hasToString("2024-01-01..2024-01-03");
        assertThat(keys(days.endOffset(-1).build(), "2024-01-03T12:00:00Z")).hasToString("2024-01-01");
        assertThat(keys(days.endOffset(9).build(), "2024-01-03T12:00:00Z")).hasToString("2024-01-01..2024-01-05");
    }

    @Test
    void anHourThatTheClockShowsTwiceIsTwoWindows() {
        TimeWindows hours = Partitioning.hourly("hour")
                .start(LocalDateTime.of(2024, 10, 27, 1, 0))
                .zone("Europe/Berlin")
                .build();
        assertThat(texts(keys(hours, "2024-10-27T03:00:00Z")))
                .containsExactly("2024-10-27T01", "2024-10-27T02", "2024-10-27T02_2", "2024-10-27T03");
        assertThat(hours.window(PartitionKey.of("2024-10-27T02_2")).start())
                .isEqualTo(Instant.parse("2024-10-27T01:00:00Z"));
    }

    @Test
    void anHourThatTheClockSkipsDoesNotExist() {
        TimeWindows hours = Partitioning.hourly("hour")
                .start(LocalDateTime.of(2024, 3, 31, 1, 0))
                .zone("Europe/Berlin")
                .build();
        assertThat(texts(keys(hours, "2024-03-31T02:00:00Z"))).containsExactly("2024-03-31T01", "2024-03-31T03");
        assertRefused(() -> hours.window(PartitionKey.of("2024-03-31T02")), "There is no partition");
    }

    @Test
    void whatShouldBeginInASkippedHourBeginsAtTheJump() {
        TimeWindows days = Partitioning.cron("day", "30 2 * * *")
                .start(LocalDate.of(2024, 3, 30))
                .zone("Europe/Berlin")
                .build();
        assertThat(days.window(PartitionKey.of("2024-03-31T02-30")).start())
                .isEqualTo(Instant.parse("2024-03-31T01:00:00Z"));
    }

    @Test
    void lordHoweMovesItsClockByHalfAnHour() {
        TimeWindows hours = Partitioning.hourly("hour")
                .start(LocalDate.of(2024, 4, 7))
                .zone("Australia/Lord_Howe")
                .build();
        assertThat(hours.window(PartitionKey.of("2024-04-07T01")).length()).isEqualTo(Duration.ofMinutes(90));
        assertThat(hours.window(PartitionKey.of("2024-10-06T02")).length()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aDayThatNeverWasIsNoPartition() {
        TimeWindows days = Partitioning.daily("day")
                .start(LocalDate.of(2011, 12, 29))
                .zone("Pacific/Apia")
                .build();
        assertThat(texts(keys(days, "2012-01-01T10:00:00Z"))).containsExactly("2011-12-29", "2011-12-31", "2012-01-01");
    }

    @Test
    void windowsTileTimeAndAreNumberedNamedAndSortedAlike() {
        Property.forAll(400, random -> {
            TimeWindows windows = windows(random);
            Instant now = windows.series()
                    .start()
                    .atZone(windows.series().zone())
                    .toInstant()
                    .plus(Duration.ofDays(random.nextInt(900)));
            PartitionSet keys = windows.stated(PartitionFacts.at(now)).orElseThrow();
            List<PartitionKey> listed = new ArrayList<>();
            keys.forEach(listed::add);
            int from = listed.isEmpty() ? 0 : random.nextInt(listed.size());
            for (int number = from; number < Math.min(listed.size(), from + 500); number++) {
                PartitionKey key = listed.get(number);
                TimeWindow window = windows.window(key);
                assertThat(keys.space().ordinal(key)).as("%s", key).isEqualTo(number);
                assertThat(window.end()).isBeforeOrEqualTo(now);
                assertThat(windows.series().from(window)).isEqualTo(number);
                assertThat(windows.series().to(window)).isEqualTo(number + 1);
                if (number > 0) {
                    PartitionKey before = listed.get(number - 1);
                    assertThat(windows.window(before).end()).as("%s", windows).isEqualTo(window.start());
                    assertThat(before).as("%s", windows).isLessThan(key);
                }
            }
        });
    }

    @Test
    void whatBeginsLaterIsNumberedLaterByTheSame() {
        Property.forAll(80, random -> {
            TimeWindows.Builder builder = builder(random);
            LocalDateTime start = start(random);
            TimeWindows early = builder.start(start).build();
            TimeWindows late =
                    builder.start(start.plusHours(random.nextInt(9000))).build();
            PartitionFacts facts = PartitionFacts.at(start.plusDays(500).toInstant(java.time.ZoneOffset.UTC));
            PartitionSet all = early.stated(facts).orElseThrow();
            PartitionSet some = late.stated(facts).orElseThrow();
            PartitionSet listed = PartitionSet.of(some.stream().toList());
            assertThat(all.intersect(some)).isEqualTo(listed);
            assertThat(some.intersect(all)).isEqualTo(listed);
            assertThat(all.minus(some).union(some)).isEqualTo(all);
            assertThat(all.containsAll(some)).isTrue();
        });
    }

    @Test
    void aMillionHoursCostNothing() {
        TimeWindows hours =
                Partitioning.hourly("hour").start(1900).zone("Europe/Berlin").build();
        PartitionSet all = keys(hours, "2026-01-01T00:00:00Z");
        assertThat(all.size()).isGreaterThan(1_100_000);
        assertThat(all.ranges()).hasSize(1);
        assertThat(all.ordinals().serializedSizeInBytes()).isLessThan(1000);
        assertThat(all.space().ordinal(PartitionKey.of("2025-07-01T12"))).isGreaterThan(1_000_000);
        assertThat(all.range(PartitionKey.of("2024-03"), PartitionKey.of("2024-04"))
                        .size())
                .isEqualTo(31 * 24 - 1);
    }

    @Test
    void textsMeanPeriods() {
        TimeWindows hours =
                Partitioning.hourly("hour").start(2020).zone("Europe/Berlin").build();
        assertThat(hours.period("2024-03")).map(TimeWindow::length).contains(Duration.ofHours(31 * 24 - 1));
        assertThat(hours.period("2024")).map(TimeWindow::length).contains(Duration.ofDays(366));
        assertThat(hours.period("2024-10-27T02")).map(TimeWindow::length).contains(Duration.ofHours(1));
        assertThat(hours.period("2024-13")).isEmpty();
        PartitionFacts facts = at("2026-01-01T00:00:00Z");
        assertThat(hours.overlapping(hours.period("2024-02-29").orElseThrow(), facts))
                .hasSize(24);
    }

    @Test
    void badDefinitionsAreRefused() {
        assertRefused(() -> Partitioning.daily("day").build(), "no start");
        assertRefused(() -> Partitioning.daily("day").zone("Europe/Berln"), "no time zone 'Europe/Berln'");
        assertRefused(() -> Partitioning.daily("day").start(2024).end(2024).build(), "No window fits");
        assertRefused(
                () -> Partitioning.yearly("y")
                        .start(LocalDate.of(2024, 2, 1))
                        .end(2025)
                        .build(),
                "No window fits");
        assertRefused(
                () -> Partitioning.daily("d")
                        .start(2024)
                        .offset(Duration.ofDays(1))
                        .build(),
                "offset");
        assertRefused(() -> Partitioning.cron("c", "0 0 31 2 *"), "of c never fires");
        assertRefused(() -> Partitioning.cron("c", "60 0 * * *"), "Not a cron expression of c");
        assertRefused(() -> Partitioning.yearly("y", 2, 1), "backwards");
        assertRefused(
                () -> Partitioning.cron("shift", "0 6 * * *")
                        .start(2024)
                        .offset(Duration.ofHours(1))
                        .build(),
                "by shift cannot have an offset");
        assertRefused(
                () -> Partitioning.daily("day")
                        .start(2024)
                        .startingOn(DayOfWeek.SUNDAY)
                        .build(),
                "by day cannot begin on a SUNDAY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2023-12-31",
                "2026-03-01",
                "2024-13-01",
                "2024-02-30",
                "2024-2-3",
                "2024-02",
                "x",
                "2024-02-03_2"
            })
    void keysOutsideAreRefused(String key) {
        TimeWindows days = Partitioning.daily("day").start(2024).build();
        assertRefused(() -> days.check(PartitionKey.of(key), at("2026-03-01T10:00:00Z")), "There is no partition");
    }

    static TimeWindows windows(Random random) {
        return builder(random).start(start(random)).build();
    }

    private static LocalDateTime start(Random random) {
        return LocalDate.of(1965 + random.nextInt(62), 1, 1)
                .plusDays(random.nextInt(366))
                .atTime(random.nextInt(24), random.nextInt(60));
    }

    static TimeWindows.Builder builder(Random random) {
        TimeWindows.Builder builder = switch (random.nextInt(7)) {
            case 0, 1 -> Partitioning.hourly("t").offset(Duration.ofMinutes(random.nextInt(3) * 15L));
            case 2 -> Partitioning.daily("t").offset(Duration.ofMinutes(random.nextInt(4) * 90L));
            case 3 -> Partitioning.weekly("t").startingOn(DayOfWeek.of(1 + random.nextInt(7)));
            case 4 -> Partitioning.monthly("t");
            case 5 -> Partitioning.yearly("t");
            default -> Partitioning.cron("t", CRONS[random.nextInt(CRONS.length)]);
        };
        return builder.zone(ZoneId.of(ZONES.get(random.nextInt(ZONES.size()))));
    }

    private static void assertRefused(ThrowingCallable call, String words) {
        assertThatThrownBy(call).isInstanceOf(IngotException.class).hasMessageContaining(words);
    }
}
