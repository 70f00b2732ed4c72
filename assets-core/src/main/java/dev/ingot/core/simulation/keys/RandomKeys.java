package dev.ingot.core.simulation.keys;

import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Random;

/** Invents partitionings of so many keys: listed ones, days and hours of all sorts of zones, and both crossed. */
public final class RandomKeys {
    /** When everything is simulated; the windows end a day before or earlier, wherever that is. */
    public static final PartitionFacts FACTS = PartitionFacts.at(Instant.parse("2026-01-01T00:00:00Z"));

    private static final Instant END = Instant.parse("2025-12-30T12:30:00Z");
    private static final List<ZoneId> ZONES = List.of(
            ZoneOffset.UTC,
            ZoneId.of("Europe/Helsinki"),
            ZoneId.of("America/St_Johns"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("Asia/Kolkata"));
    /** As long as there have been clocks to go by. */
    private static final int MOST_DAYS = 20_000;

    private static final int MOST_HOURS = 400_000;

    public Partitioning of(Random random, int size) {
        return switch (random.nextInt(4)) {
            case 0 -> windows(random, size);
            case 1 -> crossed(random, size);
            default -> listed(random.nextBoolean() ? "day" : "region", size);
        };
    }

    private static Partitioning listed(String column, int size) {
        return new Partitioning.Fixed(column, PartitionSet.all(new NumberedKeys(column.charAt(0), size)));
    }

    private static Partitioning crossed(Random random, int size) {
        int regions = 2 + random.nextInt(4);
        return size % regions == 0 && size > regions
                ? Partitioning.crossed(windows(random, size / regions), listed("region", regions))
                : listed("day", size);
    }

    /** The keys are listed where no such number of windows can be had. */
    private static Partitioning windows(Random random, int size) {
        ZoneId zone = ZONES.get(random.nextInt(ZONES.size()));
        boolean days = random.nextBoolean();
        if (size > (days ? MOST_DAYS : MOST_HOURS)) {
            return listed("day", size);
        }
        ChronoUnit unit = days ? ChronoUnit.DAYS : ChronoUnit.HOURS;
        ZonedDateTime end = (random.nextBoolean() ? END : afterChange(zone, random.nextInt(size), unit))
                .atZone(zone)
                .truncatedTo(unit);
        // Where the clocks were changed in between there may be one more or less.
        for (int longer : new int[] {0, 1, -1}) {
            ZonedDateTime start = end.minus(size + longer, unit);
            if (size + longer > 1) {
                TimeWindows windows = (days ? Partitioning.daily("day") : Partitioning.hourly("hour"))
                        .zone(zone)
                        .start(start.toLocalDateTime())
                        .end(end.toLocalDateTime())
                        .build();
                if (windows.stated(FACTS).orElseThrow().size() == size) {
                    return windows;
                }
            }
        }
        return listed("day", size);
    }

    /** So long after the clocks were last changed, so that few windows, too, lie around that. */
    private static Instant afterChange(ZoneId zone, int windows, ChronoUnit unit) {
        ZoneOffsetTransition change = zone.getRules().previousTransition(END);
        Instant after = change == null ? END : change.getInstant().plus(windows, unit);
        return after.isBefore(END) && after.isAfter(END.minus(MOST_DAYS, ChronoUnit.DAYS)) ? after : END;
    }
}
