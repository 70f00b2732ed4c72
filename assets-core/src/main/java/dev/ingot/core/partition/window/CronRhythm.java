package dev.ingot.core.partition.window;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.parser.CronParser;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * Windows that begin when a cron expression fires: five fields (minute, hour, day of month, month, day of week), with names of
 * months and days, {@code L}, {@code W} and {@code #}, and nicknames such as {@code @daily}. A day counts if either its day of
 * month or its day of week fits, where both are restricted.
 */
public final class CronRhythm implements Rhythm {
    private static final CronParser PARSER = new CronParser(definition());
    private static final int DAYS_IN_400_YEARS = 146_097;

    private final String expression;
    private final List<LocalTime> times;
    private final Predicate<LocalDate> days;
    private final boolean everyHour;

    private CronRhythm(String expression, Cron cron) {
        this.expression = expression;
        int[] hours = CronFields.numbers(field(cron, CronFieldName.HOUR), 0, 23);
        int[] minutes = CronFields.numbers(field(cron, CronFieldName.MINUTE), 0, 59);
        List<LocalTime> all = new ArrayList<>();
        Arrays.stream(hours)
                .forEach(hour -> Arrays.stream(minutes).forEach(minute -> all.add(LocalTime.of(hour, minute))));
        this.times = List.copyOf(all);
        this.days = days(cron);
        this.everyHour = hours.length == 24;
    }

    /**
     * Reads an expression.
     *
     * @param column the column whose windows it is for, for people
     * @throws dev.ingot.core.error.IngotException if the expression cannot be read, or never fires
     */
    public static CronRhythm of(String column, String expression) {
        Cron cron;
        try {
            cron = PARSER.parse(expression);
        } catch (IllegalArgumentException e) {
            throw WindowErrors.unreadableCron(column, expression, e.getMessage());
        }
        CronRhythm rhythm = new CronRhythm(expression.strip(), cron);
        LocalDate first = LocalDate.of(2000, 1, 1);
        if (first.datesUntil(first.plusDays(DAYS_IN_400_YEARS)).noneMatch(rhythm.days)) {
            throw WindowErrors.neverFires(column, expression);
        }
        return rhythm;
    }

    private static CronDefinition definition() {
        return CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withStrictRange()
                .and()
                .withHours()
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .supportsL()
                .supportsW()
                .supportsLW()
                .withStrictRange()
                .and()
                .withMonth()
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withValidRange(0, 7)
                .withMondayDoWValue(1)
                .supportsHash()
                .supportsL()
                .withStrictRange()
                .and()
                .withSupportedNicknameYearly()
                .withSupportedNicknameAnnually()
                .withSupportedNicknameMonthly()
                .withSupportedNicknameWeekly()
                .withSupportedNicknameDaily()
                .withSupportedNicknameMidnight()
                .withSupportedNicknameHourly()
                .instance();
    }

    private static Predicate<LocalDate> days(Cron cron) {
        FieldExpression ofMonth = field(cron, CronFieldName.DAY_OF_MONTH);
        FieldExpression ofWeek = field(cron, CronFieldName.DAY_OF_WEEK);
        int[] months = CronFields.numbers(field(cron, CronFieldName.MONTH), 1, 12);
        Predicate<LocalDate> inMonth = day -> Arrays.binarySearch(months, day.getMonthValue()) >= 0;
        Predicate<LocalDate> first = CronFields.daysOfMonth(ofMonth);
        Predicate<LocalDate> second = CronFields.daysOfWeek(ofWeek);
        return inMonth.and(
                ofMonth instanceof Always || ofWeek instanceof Always ? first.and(second) : first.or(second));
    }

    private static FieldExpression field(Cron cron, CronFieldName name) {
        return Objects.requireNonNull(cron.retrieve(name)).getExpression();
    }

    @Override
    public Grid grid(LocalDate from, LocalDate to) {
        int[] fitting = from.datesUntil(to.plusDays(1))
                .filter(days)
                .mapToInt(day -> (int) day.toEpochDay())
                .toArray();
        return new CronGrid(fitting, times);
    }

    /** What fires every hour fires in the second of two equal hours too; what fires at certain hours does so once a day. */
    @Override
    public boolean repeats() {
        return everyHour;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CronRhythm rhythm && expression.equals(rhythm.expression);
    }

    @Override
    public int hashCode() {
        return expression.hashCode();
    }

    @Override
    public String toString() {
        return "at '" + expression + "'";
    }
}
