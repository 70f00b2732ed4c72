package dev.ingot.core.partition;

import dev.ingot.core.partition.window.CalendarUnit;
import dev.ingot.core.partition.window.CronRhythm;
import dev.ingot.core.partition.window.UnitRhythm;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which partitions an asset has, and the column that holds each key's value. */
public sealed interface Partitioning
        permits TimeWindows,
                Crossed,
                Partitioning.Unpartitioned,
                Partitioning.Fixed,
                Partitioning.Dynamic,
                Partitioning.PresentInSource {

    /** One slice: the whole table. */
    static Partitioning unpartitioned() {
        return Unpartitioned.INSTANCE;
    }

    /** A fixed list of keys. */
    static Partitioning fixed(String column, List<String> values) {
        return new Fixed(column, PartitionSet.of(values.toArray(String[]::new)));
    }

    /** A year each, both ends included. */
    static Partitioning yearly(String column, int first, int last) {
        if (first > last) {
            throw PartitionErrors.yearsBackwards(first, last);
        }
        return yearly(column).start(first).end(last + 1).build();
    }

    /** An hour each, named such as {@code 2024-03-04T05}. */
    static TimeWindows.Builder hourly(String column) {
        return new TimeWindows.Builder(column, UnitRhythm.of(CalendarUnit.HOUR));
    }

    /** A day each, named such as {@code 2024-03-04}. */
    static TimeWindows.Builder daily(String column) {
        return new TimeWindows.Builder(column, UnitRhythm.of(CalendarUnit.DAY));
    }

    /** A week each, named by its first day, such as {@code 2024-03-04}. */
    static TimeWindows.Builder weekly(String column) {
        return new TimeWindows.Builder(column, UnitRhythm.of(CalendarUnit.WEEK));
    }

    /** A month each, named such as {@code 2024-03}. */
    static TimeWindows.Builder monthly(String column) {
        return new TimeWindows.Builder(column, UnitRhythm.of(CalendarUnit.MONTH));
    }

    /** A year each, named such as {@code 2024}. */
    static TimeWindows.Builder yearly(String column) {
        return new TimeWindows.Builder(column, UnitRhythm.of(CalendarUnit.YEAR));
    }

    /**
     * From each firing of a cron expression to the next, named such as {@code 2024-03-04T05-30}.
     *
     * @throws dev.ingot.core.error.IngotException if the expression cannot be read, or never fires
     */
    static TimeWindows.Builder cron(String column, String expression) {
        return new TimeWindows.Builder(column, CronRhythm.of(column, expression));
    }

    /**
     * Every combination of the keys of these, a column each.
     *
     * @throws dev.ingot.core.error.IngotException if there are fewer than two, or two have the same column
     */
    static Partitioning crossed(Partitioning... dimensions) {
        return new Crossed(List.of(dimensions));
    }

    /** Those that the source turns out to hold: known only when it has been read. */
    static Partitioning presentInSource(String column) {
        return new PresentInSource(column);
    }

    /** Those that were added by hand to a named set; see {@code partitions add}. */
    static Partitioning dynamic(String column, String setName) {
        return new Dynamic(column, setName);
    }

    /** The partition columns, in the order of a key's values; none when unpartitioned. */
    List<String> columns();

    /** The keys that exist by definition, as the facts are; empty when only the source tells. */
    Optional<PartitionSet> stated(PartitionFacts facts);

    /** Whether only the source tells which partitions there are. */
    default boolean isDiscovered() {
        return false;
    }

    /** The partitionings whose keys, crossed, are the keys of this one: itself, unless it is crossed. */
    default List<Partitioning> dimensions() {
        return List.of(this);
    }

    default boolean isPartitioned() {
        return !columns().isEmpty();
    }

    /** Whether a key has the form of this partitioning's keys, be it too late for its bounds, or in no list of its keys. */
    default boolean fits(PartitionKey key) {
        return key.values().size() == columns().size();
    }

    /** @throws dev.ingot.core.error.IngotException if no such partition can exist */
    default PartitionKey check(PartitionKey key, PartitionFacts facts) {
        if (key.values().size() != columns().size()
                || stated(facts).map(all -> !all.contains(key)).orElse(false)) {
            throw PartitionErrors.notInWindow(key, this);
        }
        return key;
    }

    /** See {@link #unpartitioned()}. */
    enum Unpartitioned implements Partitioning {
        INSTANCE;

        @Override
        public List<String> columns() {
            return List.of();
        }

        @Override
        public Optional<PartitionSet> stated(PartitionFacts facts) {
            return Optional.of(PartitionSet.whole());
        }

        @Override
        public String toString() {
            return "unpartitioned";
        }
    }

    /** See {@link #fixed}. */
    record Fixed(String column, PartitionSet keys) implements Partitioning {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Optional<PartitionSet> stated(PartitionFacts facts) {
            return Optional.of(keys);
        }

        @Override
        public String toString() {
            return keys + " by " + column;
        }
    }

    /** See {@link #dynamic}. */
    record Dynamic(String column, String setName) implements Partitioning {
        private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,62}");

        public Dynamic {
            checkName(setName);
        }

        /** @throws dev.ingot.core.error.IngotException if no set of keys can have this name */
        public static String checkName(String setName) {
            if (!NAME.matcher(setName).matches()) {
                throw PartitionErrors.invalidSetName(setName);
            }
            return setName;
        }

        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Optional<PartitionSet> stated(PartitionFacts facts) {
            return Optional.of(facts.dynamic().getOrDefault(setName, PartitionSet.empty()));
        }

        @Override
        public String toString() {
            return "by " + column + ", those added to '" + setName + "'";
        }
    }

    /** See {@link #presentInSource}. */
    record PresentInSource(String column) implements Partitioning {
        @Override
        public List<String> columns() {
            return List.of(column);
        }

        @Override
        public Optional<PartitionSet> stated(PartitionFacts facts) {
            return Optional.empty();
        }

        @Override
        public boolean isDiscovered() {
            return true;
        }

        @Override
        public String toString() {
            return "by " + column + ", those present in the source";
        }
    }
}
