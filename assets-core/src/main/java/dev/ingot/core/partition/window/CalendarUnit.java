package dev.ingot.core.partition.window;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The units of the calendar that a window can be long: numbered without an end on both sides, and written down. */
public enum CalendarUnit {
    HOUR("hourly", Duration.ofHours(1)) {
        @Override
        long number(LocalDateTime time) {
            return Math.floorDiv(time.toEpochSecond(ZoneOffset.UTC), 3600L);
        }

        @Override
        LocalDateTime begin(long number) {
            return LocalDateTime.ofEpochSecond(number * 3600, 0, ZoneOffset.UTC);
        }
    },
    DAY("daily", Duration.ofDays(1)) {
        @Override
        long number(LocalDateTime time) {
            return time.toLocalDate().toEpochDay();
        }

        @Override
        LocalDateTime begin(long number) {
            return LocalDate.ofEpochDay(number).atStartOfDay();
        }
    },
    /** From Monday on; a rhythm moves that by its offset. */
    WEEK("weekly", Duration.ofDays(7)) {
        @Override
        long number(LocalDateTime time) {
            return Math.floorDiv(time.toLocalDate().toEpochDay() - FIRST_MONDAY, 7L);
        }

        @Override
        LocalDateTime begin(long number) {
            return LocalDate.ofEpochDay(number * 7 + FIRST_MONDAY).atStartOfDay();
        }
    },
    MONTH("monthly", Duration.ofDays(28)) {
        @Override
        long number(LocalDateTime time) {
            return time.getYear() * 12L + time.getMonthValue() - 1;
        }

        @Override
        LocalDateTime begin(long number) {
            return LocalDate.of((int) Math.floorDiv(number, 12L), (int) Math.floorMod(number, 12L) + 1, 1)
                    .atStartOfDay();
        }
    },
    YEAR("yearly", Duration.ofDays(365)) {
        @Override
        long number(LocalDateTime time) {
            return time.getYear();
        }

        @Override
        LocalDateTime begin(long number) {
            return LocalDate.of((int) number, 1, 1).atStartOfDay();
        }
    };

    /** The first Monday after the first day that Java counts. */
    private static final long FIRST_MONDAY = 4;

    private static final Pattern TEXT =
            Pattern.compile("([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2})(?:T([0-9]{2})(?:-([0-9]{2}))?)?)?)?");

    private final String adverb;
    private final Duration shortest;

    CalendarUnit(String adverb, Duration shortest) {
        this.adverb = adverb;
        this.shortest = shortest;
    }

    abstract long number(LocalDateTime time);

    abstract LocalDateTime begin(long number);

    /** How long the unit is at least, by the calendar. */
    public Duration shortest() {
        return shortest;
    }

    /** {@code 2024}, {@code 2024-03}, {@code 2024-03-04} (also for a week, by its first day), {@code 2024-03-04T05}. */
    String print(LocalDateTime begin) {
        StringBuilder text = new StringBuilder(13);
        digits(text, begin.getYear(), 4);
        if (this != YEAR) {
            digits(text.append('-'), begin.getMonthValue(), 2);
        }
        if (this != YEAR && this != MONTH) {
            digits(text.append('-'), begin.getDayOfMonth(), 2);
        }
        if (this == HOUR) {
            digits(text.append('T'), begin.getHour(), 2);
        }
        return text.toString();
    }

    static void digits(StringBuilder text, int number, int width) {
        String digits = Integer.toString(number);
        text.append("0".repeat(Math.max(0, width - digits.length()))).append(digits);
    }

    /**
     * Reads a year, month, day, hour or minute, the forms in which windows are named. Nothing finer follows: the text means
     * the beginning of what it names.
     */
    static Optional<LocalDateTime> parse(String text) {
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDateTime.of(
                    part(parts, 1, 1), part(parts, 2, 1), part(parts, 3, 1), part(parts, 4, 0), part(parts, 5, 0)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The period that a year, month, day or hour has by the clock of a zone; empty if the text is none of them. */
    public static Optional<TimeWindow> period(String text, ZoneId zone) {
        return parse(text).flatMap(begin -> named(text).flatMap(unit -> unit.period(begin, zone)));
    }

    private static Optional<CalendarUnit> named(String text) {
        LocalDateTime any = LocalDate.EPOCH.atStartOfDay();
        return Stream.of(YEAR, MONTH, DAY, HOUR)
                .filter(unit -> unit.print(any).length() == text.length())
                .findFirst();
    }

    /** From the first moment at which the clock shows the unit to the first at which it shows the next. */
    private Optional<TimeWindow> period(LocalDateTime begin, ZoneId zone) {
        Instant start = moment(begin, zone);
        Instant end = moment(begin(number(begin) + 1), zone);
        return start.isBefore(end) ? Optional.of(new TimeWindow(start, end)) : Optional.empty();
    }

    private static Instant moment(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition change = zone.getRules().getTransition(time);
        return change != null && change.isGap()
                ? change.getInstant()
                : time.atZone(zone).toInstant();
    }

    private static int part(Matcher parts, int group, int missing) {
        return parts.group(group) == null ? missing : Integer.parseInt(parts.group(group));
    }

    /** {@code daily} and the like. */
    @Override
    public String toString() {
        return adverb;
    }
}
