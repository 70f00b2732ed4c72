package dev.ingot.core.partition;

import static java.util.stream.Collectors.joining;

import dev.ingot.core.partition.bits.Boxes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.roaringbitmap.RoaringBitmap;

/**
 * A mapping for each pair of dimensions: a partition needs the combinations of what its values need. Of an upstream dimension
 * that is not named, all is needed; a downstream one that is not named does not matter. Immutable: {@link #map} returns another.
 */
public final class DimensionMapping implements PartitionMapping {
    private final List<Pair> pairs;

    /** How one dimension follows another. */
    private record Pair(String upstream, String downstream, PartitionMapping mapping) {
        @Override
        public String toString() {
            return upstream + " and " + downstream;
        }
    }

    DimensionMapping(List<Pair> pairs) {
        this.pairs = List.copyOf(pairs);
    }

    /**
     * The same, and how one more dimension is followed.
     *
     * @param upstream the column of the upstream asset
     * @param downstream the column of the downstream asset
     * @param mapping how the values of the one need the values of the other
     */
    public DimensionMapping map(String upstream, String downstream, PartitionMapping mapping) {
        List<Pair> more = new ArrayList<>(pairs);
        more.add(new Pair(upstream, downstream, mapping));
        return new DimensionMapping(more);
    }

    /** The same, and how one more dimension follows that of the same column. */
    public DimensionMapping map(String column, PartitionMapping mapping) {
        return map(column, column, mapping);
    }

    @Override
    public PartitionSet upstreamOf(PartitionKey downstream, Sides sides) {
        return downstream.isWhole() ? sides.upstream().keys() : upstreamOf(PartitionSet.of(List.of(downstream)), sides);
    }

    @Override
    public PartitionSet upstreamOf(PartitionSet downstream, Sides sides) {
        Dimensions here = Dimensions.of(sides.downstream());
        Dimensions there = Dimensions.of(sides.upstream());
        return across(downstream, here, there, box -> {
            List<PartitionSet> needed = new ArrayList<>(there.keys());
            for (Pair pair : pairs) {
                int from = here.position(pair.downstream());
                int to = there.position(pair.upstream());
                Sides inner = new Sides(there.side(to), here.side(from));
                needed.set(to, pair.mapping().upstreamOf(here.part(box, from), inner));
            }
            return needed;
        });
    }

    @Override
    public PartitionSet downstreamOf(PartitionSet upstream, Sides sides) {
        Dimensions here = Dimensions.of(sides.upstream());
        Dimensions there = Dimensions.of(sides.downstream());
        return across(upstream, here, there, box -> {
            List<PartitionSet> needing = new ArrayList<>(there.keys());
            for (Pair pair : pairs) {
                int from = here.position(pair.upstream());
                int to = there.position(pair.downstream());
                Sides inner = new Sides(here.side(from), there.side(to));
                needing.set(to, pair.mapping().downstreamOf(here.part(box, from), inner));
            }
            return needing;
        });
    }

    /** Box by box: of independent dimensions, what a box needs is again a box. */
    private static PartitionSet across(
            PartitionSet keys,
            Dimensions here,
            Dimensions there,
            Function<List<RoaringBitmap>, List<PartitionSet>> followed) {
        RoaringBitmap numbers = new RoaringBitmap();
        for (List<RoaringBitmap> box : Boxes.split(keys.in(here.space()).ordinals(), here.sizes())) {
            if (box.stream().noneMatch(RoaringBitmap::isEmpty)) {
                numbers.or(there.combine(followed.apply(box)));
            }
        }
        return PartitionSet.of(there.space(), numbers).in(there.all());
    }

    @Override
    public Optional<String> problem(Partitioning upstream, Partitioning downstream) {
        Set<String> used = new HashSet<>();
        for (Pair pair : pairs) {
            Optional<String> problem = problem(pair, upstream, downstream);
            if (problem.isPresent()) {
                return problem;
            }
            if (!used.add("upstream " + pair.upstream()) || !used.add("downstream " + pair.downstream())) {
                return Optional.of("the dimensions " + pair + " are mapped, and one of them is mapped already");
            }
        }
        return pairs.isEmpty() ? Optional.of("dimensions() maps no dimension") : Optional.empty();
    }

    private static Optional<String> problem(Pair pair, Partitioning upstream, Partitioning downstream) {
        int from = upstream.columns().indexOf(pair.upstream());
        int to = downstream.columns().indexOf(pair.downstream());
        if (from < 0 || to < 0) {
            return Optional.of("the dimensions " + pair + " are mapped, and there are only " + upstream.columns()
                    + " upstream and " + downstream.columns() + " downstream");
        }
        return pair.mapping()
                .problem(
                        upstream.dimensions().get(from), downstream.dimensions().get(to))
                .map(problem -> "between the dimensions " + pair + ", " + problem);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DimensionMapping mapping && pairs.equals(mapping.pairs);
    }

    @Override
    public int hashCode() {
        return pairs.hashCode();
    }

    @Override
    public String toString() {
        return pairs.stream().map(pair -> pair + ": " + pair.mapping()).collect(joining(", ", "dimensions(", ")"));
    }

    /** One side, dimension by dimension; {@code space} numbers the combinations. */
    private record Dimensions(Side whole, KeySpace space, List<PartitionSet> keys) {
        static Dimensions of(Side side) {
            KeySpace space = side.keys().space();
            int count = side.partitioning().columns().size();
            if (count == 1) {
                return new Dimensions(side, space, List.of(side.keys()));
            }
            ProductKeys product = space instanceof ProductKeys known ? known : listed(side.keys(), count);
            return new Dimensions(
                    side,
                    product,
                    product.dimensions().stream().map(PartitionSet::all).toList());
        }

        private static ProductKeys listed(PartitionSet keys, int count) {
            List<KeySpace> spaces = new ArrayList<>();
            for (int dimension = 0; dimension < count; dimension++) {
                int position = dimension;
                spaces.add(ListedKeys.of(keys.stream()
                        .map(key -> PartitionKey.of(key.values().get(position)))
                        .toList()));
            }
            return new ProductKeys(spaces);
        }

        PartitionSet all() {
            return whole.keys();
        }

        int position(String column) {
            return whole.partitioning().columns().indexOf(column);
        }

        Side side(int position) {
            return new Side(whole.partitioning().dimensions().get(position), keys.get(position));
        }

        List<Integer> sizes() {
            return keys.stream().map(one -> one.space().size()).toList();
        }

        PartitionSet part(List<RoaringBitmap> box, int position) {
            return PartitionSet.of(keys.get(position).space(), box.get(position));
        }

        RoaringBitmap combine(List<PartitionSet> parts) {
            List<RoaringBitmap> box = new ArrayList<>();
            for (int position = 0; position < parts.size(); position++) {
                box.add(parts.get(position).in(keys.get(position).space()).ordinals());
            }
            return Boxes.combine(box, sizes());
        }
    }
}
