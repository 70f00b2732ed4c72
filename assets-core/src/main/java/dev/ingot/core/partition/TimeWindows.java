package dev.ingot.core.partition;

import dev.ingot.core.partition.window.CalendarUnit;
import dev.ingot.core.partition.window.Rhythm;
import dev.ingot.core.partition.window.TimeWindow;
import dev.ingot.core.partition.window.UnitRhythm;
import dev.ingot.core.partition.window.WindowSeries;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A partition for each hour, day, week, month or year, or for each time between two firings of a cron expression. Windows follow
 * each other without a gap, and one exists once it has ended. Built by {@link Partitioning#daily} and its like. Immutable; equal
 * by definition.
 */
public final class TimeWindows implements Partitioning {
    private final String column;
    private final WindowSeries series;
    private final Optional<LocalDateTime> end;
    private final int endOffset;
    /** How many windows there can ever be. */
    private final int most;

    private TimeWindows(Builder builder, LocalDateTime start) {
        column = builder.column;
        series = new WindowSeries(builder.rhythm(), builder.zone, start);
        end = Optional.ofNullable(builder.end);
        endOffset = builder.endOffset;
        most = end.map(last -> series.ended(last.atZone(builder.zone).toInstant()))
                .orElse(Integer.MAX_VALUE);
    }

    /**
     * The period of a key.
     *
     * @throws dev.ingot.core.error.IngotException if no window is called so
     */
    public TimeWindow window(PartitionKey key) {
        OptionalInt ordinal = key.values().size() == 1 ? series.ordinal(key.value()) : OptionalInt.empty();
        return series.window(ordinal.orElseThrow(() -> PartitionErrors.noWindow(key, this, series.name(0))));
    }

    /** The windows, among those that exist, that share a moment with a period. */
    public PartitionSet overlapping(TimeWindow period, PartitionFacts facts) {
        KeySpace keys = keys(facts);
        return PartitionSet.span(keys, series.from(period), Math.min(keys.size(), series.to(period)));
    }

    /**
     * The period that a text means in the zone of these windows: a key, or a year, month, day or hour such as {@code 2024-03}.
     *
     * @return empty if it means none
     */
    public Optional<TimeWindow> period(String text) {
        OptionalInt ordinal = series.ordinal(text);
        return ordinal.isPresent()
                ? Optional.of(series.window(ordinal.getAsInt()))
                : CalendarUnit.period(text, series.zone());
    }

    /** All windows, whether they exist yet or not. */
    public WindowSeries series() {
        return series;
    }

    @Override
    public List<String> columns() {
        return List.of(column);
    }

    @Override
    public Optional<PartitionSet> stated(PartitionFacts facts) {
        return Optional.of(PartitionSet.all(keys(facts)));
    }

    private KeySpace keys(PartitionFacts facts) {
        long existing = Math.max(0L, (long) series.ended(facts.now()) + endOffset);
        return new Keys(series, (int) Math.min(existing, most));
    }

    /** The windows of all times. */
    KeySpace allKeys() {
        return new Keys(series, Integer.MAX_VALUE);
    }

    /** Whether there is, or will once be, a window of this name. */
    boolean willExist(PartitionKey key) {
        return new Keys(series, most).ordinal(key) >= 0;
    }

    @Override
    public boolean fits(PartitionKey key) {
        return allKeys().ordinal(key) >= 0;
    }

    @Override
    public PartitionKey check(PartitionKey key, PartitionFacts facts) {
        TimeWindow window = window(key);
        if (keys(facts).ordinal(key) < 0) {
            throw PartitionErrors.outsideWindow(key, this, window.end().isAfter(facts.now()) ? facts.now() : null);
        }
        return key;
    }

    /** Whether each window of another partitioning that is in step exists here too, whatever the time. */
    boolean reachesAsFarAs(TimeWindows other) {
        return !series.start().isAfter(other.series.start()) && most >= other.most && endOffset >= other.endOffset;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeWindows windows
                && column.equals(windows.column)
                && series.equals(windows.series)
                && end.equals(windows.end)
                && endOffset == windows.endOffset;
    }

    @Override
    public int hashCode() {
        return column.hashCode() * 31 + series.hashCode();
    }

    /** The first and the last key where there is a last: {@code 1995..1999 by year}. */
    @Override
    public String toString() {
        if (end.isEmpty() || most == 0) {
            return series + end.map(time -> " to " + time).orElse("") + " by " + column;
        }
        String zone = series.zone().equals(ZoneOffset.UTC) ? "" : " in " + series.zone();
        return new PartitionRange(PartitionKey.of(series.name(0)), PartitionKey.of(series.name(most - 1))) + zone
                + " by " + column;
    }

    /** The windows that exist at a moment: the first so many of a series. */
    record Keys(WindowSeries series, int size) implements KeySpace {
        @Override
        public PartitionKey key(int ordinal) {
            return PartitionKey.of(series.name(ordinal));
        }

        @Override
        public int ordinal(PartitionKey key) {
            int ordinal = key.values().size() == 1 ? series.ordinal(key.value()).orElse(-1) : -1;
            return ordinal < size ? ordinal : -1;
        }

        @Override
        public Object numbering() {
            return series;
        }

        @Override
        public OptionalInt shift(KeySpace other) {
            if (!(other instanceof Keys keys) || !series.isInStepWith(keys.series)) {
                return OptionalInt.empty();
            }
            return series.start().isAfter(keys.series.start())
                    ? keys.series.ordinal(series.name(0))
                    : OptionalInt.of(-series.ordinal(keys.series.name(0)).orElseThrow());
        }
    }

    /** Collects what windows there are; not thread-safe. */
    public static final class Builder {
        private final String column;
        private final Rhythm rhythm;
        private ZoneId zone = ZoneOffset.UTC;
        private @Nullable LocalDateTime start;
        private @Nullable LocalDateTime end;
        private Duration offset = Duration.ZERO;
        private @Nullable DayOfWeek firstDay;
        private int endOffset;

        Builder(String column, Rhythm rhythm) {
            this.column = column;
            this.rhythm = rhythm;
        }

        /** No window begins earlier. Must be given. */
        public Builder start(LocalDateTime time) {
            start = time;
            return this;
        }

        /** No window begins before this day. */
        public Builder start(LocalDate day) {
            return start(day.atStartOfDay());
        }

        /** No window begins before this year. */
        public Builder start(int year) {
            return start(LocalDateTime.of(year, 1, 1, 0, 0));
        }

        /** No window ends later. Default: they go on for ever. */
        public Builder end(LocalDateTime time) {
            end = time;
            return this;
        }

        /** No window reaches into this day. */
        public Builder end(LocalDate day) {
            return end(day.atStartOfDay());
        }

        /** No window reaches into this year. */
        public Builder end(int year) {
            return end(LocalDateTime.of(year, 1, 1, 0, 0));
        }

        /** Whose clock tells the time. Default: UTC. */
        public Builder zone(ZoneId whose) {
            // UTC has several names, and windows in step are told by equal zones.
            zone = whose.normalized();
            return this;
        }

        /** @throws dev.ingot.core.error.IngotException if there is no such zone */
        public Builder zone(String name) {
            try {
                return zone(ZoneId.of(name));
            } catch (DateTimeException e) {
                throw PartitionErrors.unknownZone(name);
            }
        }

        /** How long after the unit's beginning each window begins: days that begin at five o'clock. Not for cron. */
        public Builder offset(Duration later) {
            offset = later;
            return this;
        }

        /** The day on which each week begins. Default: Monday. Only for weeks. */
        public Builder startingOn(DayOfWeek day) {
            firstDay = day;
            return this;
        }

        /** So many windows exist before they have ended; if negative, so many of the last that have ended do not yet. */
        public Builder endOffset(int windows) {
            endOffset = windows;
            return this;
        }

        /**
         * @throws dev.ingot.core.error.IngotException if the start is missing, no window fits between start and end, or something
         *     was said that does not go with such windows
         */
        public TimeWindows build() {
            if (start == null) {
                throw PartitionErrors.startMissing(column, rhythm.toString());
            }
            TimeWindows windows = new TimeWindows(this, start);
            if (windows.most == 0) {
                throw PartitionErrors.emptyWindow(windows);
            }
            return windows;
        }

        private Rhythm rhythm() {
            boolean weeks = rhythm instanceof UnitRhythm units && units.unit() == CalendarUnit.WEEK;
            if (firstDay != null && !weeks) {
                throw PartitionErrors.firstDayOfNoWeek(column, rhythm.toString(), firstDay);
            }
            if (rhythm instanceof UnitRhythm units) {
                return new UnitRhythm(units.unit(), firstDay == null ? DayOfWeek.MONDAY : firstDay, offset);
            }
            if (!offset.isZero()) {
                throw PartitionErrors.offsetOfCron(column, rhythm.toString(), offset);
            }
            return rhythm;
        }
    }
}
