package dev.ingot.core.plan.file;

import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionRange;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.plan.PlanStep;
import dev.ingot.core.plan.PlannedReason;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/**
 * The keys that a plan's steps speak of, each listed once; a set of them is written as ranges over its list. So it can be read
 * without the definitions, which may be others by then.
 */
final class KeyLists {
    private final Map<Object, KeyList> byNumbering = new LinkedHashMap<>();
    private final Map<List<String>, Integer> places = new HashMap<>();
    private final List<List<String>> written = new ArrayList<>();

    private KeyLists() {}

    static KeyLists of(List<PlanStep> steps) {
        KeyLists all = new KeyLists();
        for (PlanStep step : steps) {
            KeySpace space = step.scope().partitions().space();
            all.byNumbering.computeIfAbsent(space.numbering(), any -> new KeyList(space));
        }
        steps.forEach(all::mention);
        all.byNumbering.values().forEach(list -> list.place = all.place(list.texts()));
        return all;
    }

    private void mention(PlanStep step) {
        PartitionSet scope = step.scope().partitions();
        Stream.concat(Stream.of(scope), step.reasons().stream().map(PlannedReason::partitions))
                .forEach(keys -> list(keys).ifPresent(list -> list.mention(keys)));
    }

    /** Different assets often have the same keys. */
    private int place(List<String> texts) {
        return places.computeIfAbsent(texts, added -> {
            written.add(added);
            return written.size() - 1;
        });
    }

    List<List<String>> texts() {
        return written;
    }

    /** Which list the sets of a step are ranges of. */
    int place(PlanStep step) {
        return list(step.scope().partitions()).map(list -> list.place).orElseThrow();
    }

    /** Keys, and ranges of neighbours in the step's list; the keys alone where the set is numbered otherwise. */
    List<String> print(PartitionSet keys, PlanStep step) {
        return list(keys)
                .filter(list -> list.place == place(step))
                .map(list -> list.ranges(keys))
                .orElseGet(() -> keys.stream().map(PartitionKey::toString).toList());
    }

    private Optional<KeyList> list(PartitionSet keys) {
        return Optional.ofNullable(byNumbering.get(keys.space().numbering()));
    }

    /** The set that {@link #print} wrote; the list is empty where there is none. */
    static PartitionSet parse(List<String> texts, PartitionSet list) {
        RoaringBitmap listed = new RoaringBitmap();
        List<PartitionKey> others = new ArrayList<>();
        for (String text : texts) {
            int dots = text.indexOf("..");
            PartitionKey first = PartitionKey.parse(dots < 0 ? text : text.substring(0, dots));
            PartitionKey last = dots < 0 ? first : PartitionKey.parse(text.substring(dots + 2));
            int from = list.space().ordinal(first);
            int to = list.space().ordinal(last);
            if (from >= 0 && to >= from) {
                listed.add((long) from, to + 1L);
            } else if (dots < 0) {
                others.add(first);
            } else {
                throw PlanFileErrors.unreadable("its keys have no range '" + text + "'");
            }
        }
        PartitionSet all = PartitionSet.of(list.space(), listed);
        return others.isEmpty() ? all : all.union(PartitionSet.of(others));
    }

    /** What the steps mention of the spaces that number their keys alike. */
    private static final class KeyList {
        private final RoaringBitmap mentioned = new RoaringBitmap();
        private KeySpace space;
        private int place;

        KeyList(KeySpace space) {
            this.space = space;
        }

        void mention(PartitionSet keys) {
            mentioned.or(keys.ordinals());
            space = keys.space().size() > space.size() ? keys.space() : space;
        }

        List<String> texts() {
            return PartitionSet.of(space, mentioned).stream()
                    .map(PartitionKey::toString)
                    .toList();
        }

        List<String> ranges(PartitionSet keys) {
            RoaringBitmap ordinals = keys.ordinals();
            List<String> ranges = new ArrayList<>();
            long first = ordinals.nextValue(0);
            while (first >= 0) {
                long last = end(ordinals, (int) first);
                ranges.add(new PartitionRange(space.key((int) first), space.key((int) last)).toString());
                first = ordinals.nextValue((int) last + 1);
            }
            return ranges;
        }

        /** The last of the neighbours: those between which nothing else is mentioned. The whole slice has none. */
        private long end(RoaringBitmap ordinals, int first) {
            long last = first;
            long next = space.key(first).isWhole() ? -1 : first;
            while (next >= 0 && (next == first || next == mentioned.nextValue((int) last + 1))) {
                last = ordinals.nextAbsentValue((int) next) - 1;
                next = ordinals.nextValue((int) last + 1);
            }
            return last;
        }
    }
}
