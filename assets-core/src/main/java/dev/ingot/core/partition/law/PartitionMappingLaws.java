package dev.ingot.core.partition.law;

import dev.ingot.core.partition.PartitionFacts;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionMapping;
import dev.ingot.core.partition.PartitionMapping.Side;
import dev.ingot.core.partition.PartitionMapping.Sides;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What every mapping must keep, the built-in ones and those of users; one line in a test:
 *
 * <pre>{@code
 * PartitionMappingLaws.check(new MyMapping(), upstream, downstream, PartitionFacts.at(now));
 * }</pre>
 *
 * <p>It asks for each pair of partitions: keep the sides to some hundred keys.
 */
public final class PartitionMappingLaws {
    private static final int SETS = 20;

    private final PartitionMapping mapping;
    private final Sides sides;

    private PartitionMappingLaws(PartitionMapping mapping, Sides sides) {
        this.mapping = mapping;
        this.sides = sides;
    }

    /**
     * Checks a mapping between two partitionings with the keys that they state.
     *
     * @throws AssertionError naming the law that is broken, and by which keys
     */
    public static void check(
            PartitionMapping mapping, Partitioning upstream, Partitioning downstream, PartitionFacts facts) {
        mapping.problem(upstream, downstream).ifPresent(problem -> {
            throw new AssertionError(mapping + " does not fit: " + problem);
        });
        check(mapping, new Sides(side(upstream, facts), side(downstream, facts)));
    }

    private static Side side(Partitioning partitioning, PartitionFacts facts) {
        PartitionSet keys = partitioning
                .stated(facts)
                .orElseThrow(() -> new AssertionError(
                        "only the source tells the keys of " + partitioning + ": give the sides with keys instead"));
        return new Side(partitioning, keys);
    }

    /**
     * Checks a mapping between two sides.
     *
     * @throws AssertionError naming the law that is broken, and by which keys
     */
    public static void check(PartitionMapping mapping, Sides sides) {
        PartitionMappingLaws laws = new PartitionMappingLaws(mapping, sides);
        laws.mappedKeysExist();
        laws.forwardAndBackwardAgree();
        laws.setsAreUnionsOfKeys();
    }

    private void mappedKeysExist() {
        for (PartitionKey key : sides.downstream().keys()) {
            PartitionSet missing =
                    mapping.upstreamOf(key, sides).minus(sides.upstream().keys());
            hold(missing.isEmpty(), "every mapped key exists", key + " needs " + missing);
        }
        PartitionSet missing = mapping.downstreamOf(sides.upstream().keys(), sides)
                .minus(sides.downstream().keys());
        hold(missing.isEmpty(), "every mapped key exists", missing + " would follow");
    }

    private void forwardAndBackwardAgree() {
        for (PartitionKey up : sides.upstream().keys()) {
            PartitionSet backward = mapping.downstreamOf(PartitionSet.of(List.of(up)), sides);
            PartitionSet forward = sides.downstream()
                    .keys()
                    .filter(key -> mapping.upstreamOf(key, sides).contains(up));
            hold(
                    forward.equals(backward),
                    "forward and backward agree",
                    up + " is needed by " + forward + ", and downstreamOf says " + backward);
        }
    }

    /** Of all, of none, and of some sets by chance, always the same. */
    private void setsAreUnionsOfKeys() {
        Random random = new Random(1);
        for (int number = 0; number < SETS; number++) {
            double share = number / (SETS - 1.0);
            upstreamOf(sides.downstream().keys().filter(key -> random.nextDouble() < share));
            downstreamOf(sides.upstream().keys().filter(key -> random.nextDouble() < share));
        }
    }

    private void upstreamOf(PartitionSet keys) {
        List<PartitionKey> expected = new ArrayList<>();
        keys.forEach(key -> mapping.upstreamOf(key, sides).forEach(expected::add));
        PartitionSet actual = mapping.upstreamOf(keys, sides);
        hold(
                actual.equals(PartitionSet.of(expected)),
                "upstreamOf a set is the union over its keys",
                keys + " need " + PartitionSet.of(expected) + ", and the set form says " + actual);
    }

    private void downstreamOf(PartitionSet keys) {
        List<PartitionKey> expected = new ArrayList<>();
        keys.forEach(key ->
                mapping.downstreamOf(PartitionSet.of(List.of(key)), sides).forEach(expected::add));
        PartitionSet actual = mapping.downstreamOf(keys, sides);
        hold(
                actual.equals(PartitionSet.of(expected)),
                "downstreamOf a set is the union over its keys",
                PartitionSet.of(expected) + " follow " + keys + ", and the set form says " + actual);
    }

    private void hold(boolean law, String name, String broken) {
        if (!law) {
            throw new AssertionError(mapping + " breaks the law that " + name + ": " + broken);
        }
    }
}
