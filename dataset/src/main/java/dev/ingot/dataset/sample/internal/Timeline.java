package dev.ingot.dataset.sample.internal;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The years 1995 to 2019 in which people rate, in seconds since 1970, and when the users of MovieLens arrived. */
public final class Timeline {
    static final int FIRST_YEAR = 1995;
    static final int LAST_YEAR = 2019;
    /** MovieLens took its first ratings on 1995-01-09. */
    public static final long START = startOfDay(FIRST_YEAR, 9);

    /** The first second that is too late. */
    public static final long END = startOfDay(LAST_YEAR + 1, 1);

    static final double SECONDS_PER_YEAR = 365.25 * 86_400;

    private static final int[] ARRIVALS = {
        4, 60, 45, 25, 55, 60, 45, 35, 35, 35, 45, 40, 35, 35, 30, 30, 28, 25, 22, 20, 50, 50, 45, 40, 30
    };
    private static final long[] YEAR_STARTS = yearStarts();

    private Timeline() {}

    /** The time by which the given share of the users, from 0 up to but without 1, has arrived. */
    public static long arrival(double share) {
        int total = 0;
        for (int arrivals : ARRIVALS) {
            total += arrivals;
        }
        double left = share * total;
        int year = 0;
        while (year < ARRIVALS.length - 1 && left >= ARRIVALS[year]) {
            left -= ARRIVALS[year++];
        }
        long length = YEAR_STARTS[year + 1] - YEAR_STARTS[year];
        long offset = (long) (left / ARRIVALS[year] * length);
        return YEAR_STARTS[year] + Math.min(offset, length - 1);
    }

    /** The calendar year (UTC) of a time between start and end. */
    public static int yearOf(long time) {
        int year = Math.min(LAST_YEAR - FIRST_YEAR, (int) ((time - START) / SECONDS_PER_YEAR) + 1);
        while (time < YEAR_STARTS[year]) {
            year--;
        }
        return FIRST_YEAR + year;
    }

    private static long[] yearStarts() {
        long[] starts = new long[LAST_YEAR - FIRST_YEAR + 2];
        for (int year = 0; year < starts.length; year++) {
            starts[year] = startOfDay(FIRST_YEAR + year, 1);
        }
        starts[0] = START;
        return starts;
    }

    private static long startOfDay(int year, int day) {
        return LocalDate.of(year, 1, day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }
}
