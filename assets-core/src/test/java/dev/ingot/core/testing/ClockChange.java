package dev.ingot.core.testing;

import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A time around which windows are awkward: when the clocks of a zone change, or a leap day. What is drawn from it has begun a
 * few days before, and two days have passed since.
 *
 * @param at the local time
 */
public record ClockChange(ZoneId zone, LocalDateTime at) {
    /** One-hour and half-hour changes, half-hour and 45-minute zones, a skipped day, odd and long overlaps. */
    public static final List<String> ZONES = List.of(
            "UTC",
            "Europe/Berlin",
            "America/New_York",
            "America/St_Johns",
            "America/Sao_Paulo",
            "Australia/Lord_Howe",
            "Australia/Adelaide",
            "Asia/Kolkata",
            "Asia/Kathmandu",
            "Pacific/Apia",
            "Pacific/Chatham",
            "Pacific/Kwajalein",
            "Antarctica/Casey",
            "Africa/Cairo",
            "Asia/Beirut",
            "Asia/Pyongyang",
            "America/Caracas");

    /** The set of keys added by hand that windows are crossed with. */
    public static final String SET = "regions";

    private static final LocalDateTime LEAP_DAY = LocalDateTime.of(2024, 2, 29, 0, 0);
    private static final Instant FROM = Instant.parse("2008-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> CRONS =
            List.of("0 */5 * * *", "30 2 * * *", "*/30 1-4 * * *", "10,50 1-3 * * MON-FRI", "0 0 29 2 *");

    public static ClockChange of(Random random) {
        ZoneId zone = zone(random);
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.nextTransition(FROM.plus(Duration.ofDays(random.nextInt(6_500))));
        if (change == null) {
            change = rules.previousTransition(TO);
        }
        boolean recent = change != null && change.getInstant().isAfter(FROM);
        return new ClockChange(zone, recent && random.nextInt(6) > 0 ? change.getDateTimeBefore() : LEAP_DAY);
    }

    private static ZoneId zone(Random random) {
        return ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
    }

    /** Two days later. */
    public Instant now() {
        return at.plusDays(2).atZone(zone).toInstant();
    }

    /** What is so at that time, with these keys added by hand. */
    public PartitionFacts facts(PartitionSet added) {
        return new PartitionFacts(now(), Map.of(SET, added));
    }

    /** Windows around the change, the keys added by hand, or both crossed. */
    public Partitioning partitioning(Random random) {
        Partitioning added = Partitioning.dynamic("region", SET);
        return switch (random.nextInt(6)) {
            case 0 -> added;
            case 1, 2 -> Partitioning.crossed(windows(random), added);
            default -> windows(random);
        };
    }

    /** Hours, days, weeks, months, or what a cron expression says; now and then by the clock of another zone. */
    public TimeWindows windows(Random random) {
        ZoneId whose = random.nextInt(4) == 0 ? zone(random) : zone;
        TimeWindows.Builder windows = switch (random.nextInt(5)) {
            case 0 -> hours(random);
            case 1 -> days(random);
            case 2 ->
                Partitioning.weekly("week")
                        .start(day().minusDays(7 + random.nextInt(8)))
                        .startingOn(DayOfWeek.of(1 + random.nextInt(7)));
            case 3 -> Partitioning.monthly("month").start(day().minusDays(32 + random.nextInt(40)));
            default ->
                Partitioning.cron("time", CRONS.get(random.nextInt(CRONS.size())))
                        .start(day().minusDays(1 + random.nextInt(3)));
        };
        return windows.zone(whose).endOffset(random.nextInt(3) - 1).build();
    }

    /** Few of them: a window for each hour of several days would be many. */
    private TimeWindows.Builder hours(Random random) {
        TimeWindows.Builder hours = Partitioning.hourly("hour").start(at.minusHours(1 + random.nextInt(6)));
        return random.nextInt(4) == 0 ? hours : hours.end(at.plusHours(3 + random.nextInt(4)));
    }

    private TimeWindows.Builder days(Random random) {
        return Partitioning.daily("day")
                .start(day().minusDays(1 + random.nextInt(5)))
                .offset(Duration.ofMinutes(random.nextInt(4) * 90L));
    }

    private LocalDate day() {
        return at.toLocalDate();
    }
}
