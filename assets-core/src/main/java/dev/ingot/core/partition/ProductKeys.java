package dev.ingot.core.partition;

import java.util.List;
import java.util.OptionalInt;

/** Every combination of the keys of several spaces, in the order of the first, then the second and so on; never listed. */
final class ProductKeys implements KeySpace {
    private final List<KeySpace> dimensions;
    private final int size;

    /** @throws dev.ingot.core.error.IngotException if there are more combinations than can be numbered */
    ProductKeys(List<KeySpace> dimensions) {
        this.dimensions = List.copyOf(dimensions);
        long product = 1;
        for (KeySpace dimension : dimensions) {
            product *= dimension.size();
            if (product > Integer.MAX_VALUE) {
                throw PartitionErrors.tooMany(
                        dimensions.stream().map(KeySpace::size).toList());
            }
        }
        this.size = (int) product;
    }

    List<KeySpace> dimensions() {
        return dimensions;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public PartitionKey key(int ordinal) {
        String[] values = new String[dimensions.size()];
        int rest = ordinal;
        for (int dimension = values.length - 1; dimension >= 0; dimension--) {
            KeySpace keys = dimensions.get(dimension);
            values[dimension] = keys.key(rest % keys.size()).value();
            rest /= keys.size();
        }
        return PartitionKey.of(values);
    }

    @Override
    public int ordinal(PartitionKey key) {
        if (key.values().size() != dimensions.size()) {
            return -1;
        }
        int ordinal = 0;
        for (int dimension = 0; dimension < dimensions.size(); dimension++) {
            KeySpace keys = dimensions.get(dimension);
            int inside = keys.ordinal(PartitionKey.of(key.values().get(dimension)));
            if (inside < 0) {
                return -1;
            }
            ordinal = ordinal * keys.size() + inside;
        }
        return ordinal;
    }

    /** What numbers the dimensions, and how large those but the first are. */
    private record Numbering(List<Object> dimensions, List<Integer> sizes) {}

    @Override
    public Object numbering() {
        return new Numbering(
                dimensions.stream().map(KeySpace::numbering).toList(),
                dimensions.stream().skip(1).map(KeySpace::size).toList());
    }

    /** The first dimension may be longer in one than in the other: that changes no number. */
    @Override
    public OptionalInt shift(KeySpace other) {
        if (!(other instanceof ProductKeys product) || product.dimensions.size() != dimensions.size()) {
            return OptionalInt.empty();
        }
        long inner = 1;
        for (int dimension = 1; dimension < dimensions.size(); dimension++) {
            KeySpace mine = dimensions.get(dimension);
            KeySpace theirs = product.dimensions.get(dimension);
            if (mine.size() != theirs.size() || mine.shift(theirs).orElse(-1) != 0) {
                return OptionalInt.empty();
            }
            inner *= mine.size();
        }
        OptionalInt first = dimensions.get(0).shift(product.dimensions.get(0));
        long shift = first.orElse(0) * inner;
        return first.isPresent() && shift == (int) shift ? OptionalInt.of((int) shift) : OptionalInt.empty();
    }

    /** Along the last dimension. */
    @Override
    public int runEnd(int ordinal) {
        KeySpace last = dimensions.get(dimensions.size() - 1);
        int inside = ordinal % last.size();
        return ordinal - inside + last.runEnd(inside);
    }
}
