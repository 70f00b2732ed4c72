package dev.ingot.core.partition.window;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks along the changes of a zone's clock and notes where windows begin between them. Not thread-safe.
 *
 * <p>The rule, for a window that should begin at a local time: it begins when the clock first shows that time or a later one.
 * So a time that is skipped begins its window at the jump; if others were skipped with it, they all begin there, and only the
 * last of them has any length and exists. A time that the clock shows twice begins two windows if the rhythm repeats.
 */
final class Stretches {
    private final Rhythm rhythm;
    private final Grid grid;
    private final List<Stretch> stretches = new ArrayList<>();
    private long next;
    private long count;
    private int repeated;

    Stretches(Rhythm rhythm, Grid grid) {
        this.rhythm = rhythm;
        this.grid = grid;
    }

    /** Notes the windows that begin at {@code start} or later, and at least up to a moment. */
    void walk(ZoneRules rules, LocalDateTime start, Instant to) {
        next = grid.ceiling(start);
        Instant from = grid.begin(next).toInstant(ZoneOffset.MAX);
        ZoneOffset offset = rules.getOffset(from);
        ZoneOffsetTransition change = rules.nextTransition(from);
        while (change != null && change.getInstant().isBefore(to)) {
            addUntil(change.getDateTimeBefore(), offset);
            if (change.isGap()) {
                skip(change);
            } else if (rhythm.repeats()) {
                repeat(change);
            }
            offset = change.getOffsetAfter();
            change = rules.nextTransition(change.getInstant());
        }
        addUntil(LocalDateTime.ofInstant(to, offset), offset);
    }

    private void addUntil(LocalDateTime time, ZoneOffset offset) {
        long end = grid.ceiling(time);
        if (end > next) {
            add(end - next, new Stretch(number(), next, second(next, offset), offset, 0));
            next = end;
            repeated = 0;
        }
    }

    /** Of the beginnings that the clock skips, the last is at the jump, unless one falls on its end. */
    private void skip(ZoneOffsetTransition gap) {
        long after = grid.ceiling(gap.getDateTimeAfter());
        if (after > next) {
            if (!grid.begin(after).equals(gap.getDateTimeAfter())) {
                add(1, new Stretch(number(), after - 1, gap.toEpochSecond(), gap.getOffsetAfter(), 0));
                repeated = 0;
            }
            next = after;
        }
    }

    private void repeat(ZoneOffsetTransition overlap) {
        long first = grid.ceiling(overlap.getDateTimeAfter());
        long times = next - first;
        if (times > 0 && !stretches.isEmpty()) {
            ZoneOffset offset = overlap.getOffsetAfter();
            add(times, new Stretch(number(), first, second(first, offset), offset, repeated + 2));
            repeated += (int) times;
        }
    }

    private long second(long number, ZoneOffset offset) {
        return grid.begin(number).toEpochSecond(offset);
    }

    private int number() {
        return (int) count;
    }

    private void add(long windows, Stretch stretch) {
        count += windows;
        if (count > Integer.MAX_VALUE) {
            throw WindowErrors.tooMany(rhythm);
        }
        stretches.add(stretch);
    }

    List<Stretch> all() {
        return List.copyOf(stretches);
    }

    int count() {
        return number();
    }
}
