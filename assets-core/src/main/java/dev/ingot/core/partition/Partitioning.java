package dev.ingot.core.partition;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which partitions an asset has, and the column that holds each key's value. */
public sealed interface Partitioning {

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
            throw PartitionErrors.backwards(PartitionKey.of("" + first), PartitionKey.of("" + last));
        }
        return fixed(
                column,
                IntStream.rangeClosed(first, last).mapToObj(Integer::toString).toList());
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
