package dev.ingot.core.partition.window;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** The same times on each of some days: a table of days, four bytes each, and nothing for the times between. */
final class CronGrid implements Grid {
    private final int[] days;
    private final List<LocalTime> times;

    CronGrid(int[] days, List<LocalTime> times) {
        this.days = days;
        this.times = times;
    }

    @Override
    public LocalDateTime begin(long number) {
        int day = (int) (number / times.size());
        return LocalDate.ofEpochDay(days[Math.min(day, days.length - 1)])
                .atTime(times.get((int) (number % times.size())));
    }

    @Override
    public long ceiling(LocalDateTime time) {
        int day = Arrays.binarySearch(days, (int) time.toLocalDate().toEpochDay());
        if (day < 0) {
            return (long) times.size() * (-day - 1);
        }
        int inside = Collections.binarySearch(times, time.toLocalTime());
        return (long) times.size() * day + (inside < 0 ? -inside - 1 : inside);
    }

    /** To the minute, such as {@code 2024-03-04T05-30}. */
    @Override
    public String name(long number) {
        LocalDateTime begin = begin(number);
        StringBuilder text = new StringBuilder(16).append(CalendarUnit.HOUR.print(begin));
        CalendarUnit.digits(text.append('-'), begin.getMinute(), 2);
        return text.toString();
    }

    @Override
    public OptionalLong number(String name) {
        return CalendarUnit.parse(name)
                .map(this::ceiling)
                .filter(number -> number < (long) days.length * times.size()
                        && name(number).equals(name))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }
}
