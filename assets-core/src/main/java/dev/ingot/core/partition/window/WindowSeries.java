package dev.ingot.core.partition.window;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalInt;

/**
 * All windows of a rhythm in a zone from a start on, numbered from 0, for ever (to the year 9950: later names would not sort).
 * Thread-safe: it remembers a calendar that grows with the times that are asked for; the numbers do not change with it. Equal by
 * definition.
 */
public final class WindowSeries {
    private static final Instant LAST = Instant.parse("9950-01-01T00:00:00Z");
    private static final Duration STEP = Duration.ofDays(3653);

    private final Rhythm rhythm;
    private final ZoneId zone;
    private final LocalDateTime start;
    private volatile WindowCalendar calendar;

    public WindowSeries(Rhythm rhythm, ZoneId zone, LocalDateTime start) {
        this.rhythm = rhythm;
        this.zone = zone;
        this.start = start;
        this.calendar = until(start.toInstant(ZoneOffset.UTC));
    }

    public Rhythm rhythm() {
        return rhythm;
    }

    public ZoneId zone() {
        return zone;
    }

    public LocalDateTime start() {
        return start;
    }

    /** How many windows have begun at a moment. */
    public int begun(Instant moment) {
        return covering(moment).begun(moment);
    }

    /** How many windows have ended at a moment. */
    public int ended(Instant moment) {
        return Math.max(0, begun(moment) - 1);
    }

    /** The period of the window of a number. */
    public TimeWindow window(int ordinal) {
        WindowCalendar known = covering(ordinal);
        return new TimeWindow(known.start(ordinal), known.end(ordinal));
    }

    /** The name of the window of a number. */
    public String name(int ordinal) {
        return covering(ordinal).name(ordinal);
    }

    /** The number of the window of a name, which may lie in the future; empty if none is called so. */
    public OptionalInt ordinal(String name) {
        int mark = name.indexOf('_');
        int ordinal = CalendarUnit.parse(mark < 0 ? name : name.substring(0, mark))
                .map(time ->
                        covering(time.plusDays(2).toInstant(ZoneOffset.UTC)).ordinal(name))
                .orElse(-1);
        return ordinal < 0 ? OptionalInt.empty() : OptionalInt.of(ordinal);
    }

    /** The number of the first of the windows that share a moment with a period. */
    public int from(TimeWindow period) {
        return ended(period.start());
    }

    /** One more than the number of the last of the windows that share a moment with a period. */
    public int to(TimeWindow period) {
        return begun(period.end().minusNanos(1));
    }

    /** Whether windows begin and end together with those of another series, as far as both go. */
    public boolean isInStepWith(WindowSeries other) {
        return rhythm.equals(other.rhythm) && zone.equals(other.zone);
    }

    private WindowCalendar covering(int ordinal) {
        WindowCalendar known = calendar;
        while (known.size() <= ordinal && known.until().isBefore(LAST)) {
            known = covering(known.until().plus(STEP));
        }
        return known;
    }

    private WindowCalendar covering(Instant moment) {
        WindowCalendar known = calendar;
        if (known.until().isBefore(moment) && known.until().isBefore(LAST)) {
            known = until(moment.isAfter(LAST) ? LAST : moment.plus(STEP));
            calendar = known;
        }
        return known;
    }

    private WindowCalendar until(Instant moment) {
        return new WindowCalendar(rhythm, zone, start, moment.isAfter(LAST) ? LAST : moment);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WindowSeries series && isInStepWith(series) && start.equals(series.start);
    }

    @Override
    public int hashCode() {
        return (rhythm.hashCode() * 31 + zone.hashCode()) * 31 + start.hashCode();
    }

    /** Such as {@code daily from 2024-01-01T00:00 in Europe/Berlin}. */
    @Override
    public String toString() {
        return rhythm + " from " + start + (zone.equals(ZoneOffset.UTC) ? "" : " in " + zone);
    }
}
