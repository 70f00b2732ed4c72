package dev.ingot.core.partition.window;

import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.value.FieldValue;
import com.cronutils.model.field.value.SpecialChar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/** What the fields of a parsed cron expression mean. */
final class CronFields {
    private CronFields() {}

    /** The numbers of a field without special letters, ascending. */
    static int[] numbers(FieldExpression field, int lowest, int highest) {
        BitSet numbers = new BitSet();
        for (FieldExpression part : parts(field)) {
            if (part instanceof Every every) {
                addEvery(numbers, every, lowest, highest);
            } else {
                add(numbers, part, 1, lowest, highest);
            }
        }
        return numbers.stream().toArray();
    }

    private static List<FieldExpression> parts(FieldExpression field) {
        return field instanceof And several ? several.getExpressions() : List.of(field);
    }

    /** {@code 5/15} begins at 5 and goes on to the end. */
    private static void addEvery(BitSet numbers, Every every, int lowest, int highest) {
        int step = Math.max(1, every.getPeriod().getValue());
        if (every.getExpression() instanceof On from) {
            addSteps(numbers, from.getTime().getValue(), highest, step);
        } else {
            add(numbers, every.getExpression(), step, lowest, highest);
        }
    }

    private static void add(BitSet numbers, FieldExpression part, int step, int lowest, int highest) {
        if (part instanceof Between range) {
            addSteps(numbers, number(range.getFrom()), number(range.getTo()), step);
        } else if (part instanceof On one) {
            numbers.set(one.getTime().getValue());
        } else {
            addSteps(numbers, lowest, highest, step);
        }
    }

    private static void addSteps(BitSet numbers, int from, int to, int step) {
        for (int number = from; number <= to; number += step) {
            numbers.set(number);
        }
    }

    private static int number(FieldValue<?> value) {
        if (value.getValue() instanceof Integer number) {
            return number;
        }
        throw new IllegalStateException("not a number in a cron expression: " + value);
    }

    static Predicate<LocalDate> daysOfMonth(FieldExpression field) {
        return days(field, CronFields::specialDayOfMonth, part -> {
            int[] numbers = numbers(part, 1, 31);
            return day -> Arrays.binarySearch(numbers, day.getDayOfMonth()) >= 0;
        });
    }

    /** Sunday is 0 and 7. */
    static Predicate<LocalDate> daysOfWeek(FieldExpression field) {
        return days(field, CronFields::specialDayOfWeek, part -> {
            int[] numbers = Arrays.stream(numbers(part, 0, 7))
                    .map(number -> number % 7)
                    .sorted()
                    .toArray();
            return day -> Arrays.binarySearch(numbers, day.getDayOfWeek().getValue() % 7) >= 0;
        });
    }

    private interface Meaning<T extends FieldExpression> {
        Predicate<LocalDate> of(T part);
    }

    private static Predicate<LocalDate> days(
            FieldExpression field, Meaning<On> special, Meaning<FieldExpression> plain) {
        Predicate<LocalDate> days = day -> field instanceof Always;
        for (FieldExpression part : parts(field)) {
            days = days.or(
                    part instanceof On one && one.getSpecialChar().getValue() != SpecialChar.NONE
                            ? special.of(one)
                            : plain.of(part));
        }
        return days;
    }

    /** {@code L} the last day, {@code L-3} three days before it, {@code 15W} the weekday nearest to it, {@code LW} the last weekday. */
    private static Predicate<LocalDate> specialDayOfMonth(On one) {
        SpecialChar letter = one.getSpecialChar().getValue();
        if (letter == SpecialChar.L) {
            int before = Math.max(0, one.getNth().getValue());
            return day -> day.getDayOfMonth() == day.lengthOfMonth() - before;
        }
        if (letter == SpecialChar.LW) {
            return day -> day.equals(nearestWeekday(day.with(TemporalAdjusters.lastDayOfMonth())));
        }
        int wanted = one.getTime().getValue();
        return day -> wanted <= day.lengthOfMonth() && day.equals(nearestWeekday(day.withDayOfMonth(wanted)));
    }

    /** Within the month, as cron has it. */
    private static LocalDate nearestWeekday(LocalDate day) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY) {
            return day.getDayOfMonth() == 1 ? day.plusDays(2) : day.minusDays(1);
        }
        if (day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return day.getDayOfMonth() == day.lengthOfMonth() ? day.minusDays(2) : day.plusDays(1);
        }
        return day;
    }

    /** {@code 5L} the last Friday of a month, {@code 2#1} its first Tuesday. */
    private static Predicate<LocalDate> specialDayOfWeek(On one) {
        int wanted = one.getTime().getValue() % 7;
        boolean last = one.getSpecialChar().getValue() == SpecialChar.L;
        int nth = one.getNth().getValue();
        return day -> day.getDayOfWeek().getValue() % 7 == wanted
                && (last ? day.getDayOfMonth() + 7 > day.lengthOfMonth() : (day.getDayOfMonth() + 6) / 7 == nth);
    }
}
