package dev.ingot.core.partition.window;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/**
 * A window for each unit of the calendar.
 *
 * @param unit how long a window is
 * @param firstDay the day on which weeks begin; Monday for other units
 * @param offset how long after the unit's begin the window begins, in whole seconds; shorter than the unit
 */
public record UnitRhythm(CalendarUnit unit, DayOfWeek firstDay, Duration offset) implements Rhythm, Grid {
    public UnitRhythm {
        if (offset.isNegative()
                || !offset.equals(offset.truncatedTo(ChronoUnit.SECONDS))
                || offset.compareTo(unit.shortest()) >= 0) {
            throw WindowErrors.offsetTooLong(unit, offset);
        }
    }

    @Override
    public Grid grid(LocalDate from, LocalDate to) {
        return this;
    }

    /** Each unit as it begins by the calendar. */
    public static UnitRhythm of(CalendarUnit unit) {
        return new UnitRhythm(unit, DayOfWeek.MONDAY, Duration.ZERO);
    }

    /** An hour that the clock shows twice is two hours; a day is one, however long it takes. */
    @Override
    public boolean repeats() {
        return unit == CalendarUnit.HOUR;
    }

    @Override
    public LocalDateTime begin(long number) {
        return unitBegin(number).plus(offset);
    }

    @Override
    public long ceiling(LocalDateTime time) {
        long number = number(time.minus(offset));
        return begin(number).isBefore(time) ? number + 1 : number;
    }

    @Override
    public String name(long number) {
        return unit.print(unitBegin(number));
    }

    @Override
    public OptionalLong number(String name) {
        return CalendarUnit.parse(name)
                .map(this::number)
                .filter(number -> name(number).equals(name))
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    private long number(LocalDateTime time) {
        return unit.number(time.minusDays(daysAfterMonday()));
    }

    private LocalDateTime unitBegin(long number) {
        return unit.begin(number).plusDays(daysAfterMonday());
    }

    private long daysAfterMonday() {
        return firstDay.getValue() - 1L;
    }

    @Override
    public String toString() {
        String days = firstDay == DayOfWeek.MONDAY ? "" : ", beginning on " + firstDay;
        return unit + days + (offset.isZero() ? "" : " and " + offset);
    }
}
