package dev.ingot.core.partition.window;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.IntPredicate;

/**
 * The windows of a rhythm in a zone from a start on, numbered from 0 in the order of time. Each ends when the next begins.
 * Immutable.
 */
final class WindowCalendar {
    /** The longest that a cron expression with a date can keep silent: the fifth Tuesday of February, over a year like 1900. */
    private static final int LONGEST_SILENCE = 41;

    private final Grid grid;
    private final List<Stretch> stretches;
    private final int known;
    private final Instant until;

    /**
     * Numbers windows.
     *
     * @param rhythm when windows begin
     * @param zone whose clock tells that
     * @param start no window begins earlier by that clock
     * @param until the last moment that will be asked for
     */
    WindowCalendar(Rhythm rhythm, ZoneId zone, LocalDateTime start, Instant until) {
        LocalDate last = LocalDate.ofInstant(until, ZoneOffset.UTC).plusYears(LONGEST_SILENCE);
        this.grid = rhythm.grid(start.toLocalDate(), last.plusDays(3));
        Stretches walk = new Stretches(rhythm, grid);
        walk.walk(zone.getRules(), start, last.atStartOfDay().toInstant(ZoneOffset.UTC));
        this.stretches = walk.all();
        this.known = walk.count();
        this.until = until;
    }

    /** The last moment that can be asked for. */
    Instant until() {
        return until;
    }

    /** How many windows can be asked for by number. */
    int size() {
        return known - 1;
    }

    /** How many windows have begun at a moment. */
    int begun(Instant moment) {
        long second = moment.getEpochSecond();
        int position = last(index -> stretches.get(index).second() <= second);
        if (position < 0) {
            return 0;
        }
        Stretch stretch = stretches.get(position);
        // One second later, to count a window that begins just now.
        LocalDateTime local = LocalDateTime.ofEpochSecond(second + 1, 0, stretch.offset());
        long inside = grid.ceiling(local) - stretch.first();
        return stretch.ordinal() + (int) Math.max(1, Math.min(inside, count(position)));
    }

    Instant start(int ordinal) {
        Stretch stretch = stretches.get(position(ordinal));
        int inside = ordinal - stretch.ordinal();
        return inside == 0
                ? Instant.ofEpochSecond(stretch.second())
                : grid.begin(stretch.first() + inside).toInstant(stretch.offset());
    }

    Instant end(int ordinal) {
        return start(ordinal + 1);
    }

    /** The name of a window: that of its beginning; after the clock went back, the last name before, and a number from 2. */
    String name(int ordinal) {
        int position = position(ordinal);
        Stretch stretch = stretches.get(position);
        int inside = ordinal - stretch.ordinal();
        return stretch.isRepeat()
                ? grid.name(lastBefore(position)) + "_" + RepeatNumber.print(stretch.repeat() + inside)
                : grid.name(stretch.first() + inside);
    }

    /** The number of the window of a name; -1 if there is none. */
    int ordinal(String name) {
        int mark = name.indexOf('_');
        OptionalLong number = grid.number(mark < 0 ? name : name.substring(0, mark));
        if (number.isEmpty()) {
            return -1;
        }
        int position = last(index ->
                !stretches.get(index).isRepeat() && stretches.get(index).first() <= number.getAsLong()
                        || stretches.get(index).isRepeat() && lastBefore(index) < number.getAsLong());
        if (position < 0) {
            return -1;
        }
        long inside = number.getAsLong() - stretches.get(position).first();
        long ordinal = stretches.get(position).ordinal() + inside;
        if (mark >= 0) {
            ordinal += RepeatNumber.parse(name.substring(mark + 1)) - 1;
        }
        return ordinal >= 0 && ordinal < known && name((int) ordinal).equals(name) ? (int) ordinal : -1;
    }

    private int position(int ordinal) {
        if (ordinal < 0 || ordinal >= known) {
            throw new IllegalStateException("no window of number " + ordinal + " among " + known);
        }
        return last(index -> stretches.get(index).ordinal() <= ordinal);
    }

    /** The number on the grid of the last window before the clock went back. */
    private long lastBefore(int repeat) {
        int position = repeat;
        while (stretches.get(position).isRepeat()) {
            position--;
        }
        return stretches.get(position).first() + count(position) - 1;
    }

    private int count(int position) {
        int end = position + 1 < stretches.size() ? stretches.get(position + 1).ordinal() : known;
        return end - stretches.get(position).ordinal();
    }

    /** The last stretch for which something holds that holds for all before; -1 if for none. */
    private int last(IntPredicate holds) {
        int low = 0;
        int high = stretches.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (holds.test(middle)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
