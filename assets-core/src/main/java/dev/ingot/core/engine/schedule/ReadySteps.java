package dev.ingot.core.engine.schedule;

import dev.ingot.core.plan.PlanStep;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Steps that could begin, ordered, apart by the pools that they take a place in: while a pool is full, those that need it cost
 * nothing, however many they are. Not thread-safe.
 */
final class ReadySteps {
    private final Comparator<Integer> order;
    private final Map<Set<String>, NavigableSet<Integer>> byPools = new HashMap<>();
    private final Map<Integer, Set<String>> pools = new HashMap<>();
    private final Set<String> full = new HashSet<>();

    ReadySteps(Comparator<Integer> order) {
        this.order = order;
    }

    void add(PlanStep step, Set<String> taking) {
        pools.put(step.number(), taking);
        byPools.computeIfAbsent(taking, unused -> new TreeSet<>(order)).add(step.number());
    }

    void remove(int number) {
        Set<String> taking = pools.remove(number);
        if (taking != null) {
            Objects.requireNonNull(byPools.get(taking)).remove(number);
        }
    }

    /** The first for which there is a place. */
    Optional<Integer> first() {
        return byPools.entrySet().stream()
                .filter(ready -> !ready.getValue().isEmpty())
                .filter(ready -> ready.getKey().stream().noneMatch(full::contains))
                .map(ready -> ready.getValue().first())
                .min(order);
    }

    /** A pool has no place left. */
    void full(String pool) {
        full.add(pool);
    }

    /** There may be places again. */
    void reopen() {
        full.clear();
    }

    /** Whether a step waits for a place. */
    boolean isWaiting() {
        return byPools.entrySet().stream()
                .anyMatch(ready ->
                        !ready.getValue().isEmpty() && ready.getKey().stream().anyMatch(full::contains));
    }

    void clear() {
        byPools.clear();
        pools.clear();
    }
}
