package dev.ingot.core.selection;

import dev.ingot.core.partition.PartitionKey;
import java.util.Optional;

/**
 * The values of one dimension from one to another, both included; or any, when both are {@link PartitionKey#whole()}.
 *
 * @param first a key of one value
 * @param last a key of one value, not before the first
 */
public record Span(PartitionKey first, PartitionKey last) {
    private static final Span ANY = new Span(PartitionKey.whole(), PartitionKey.whole());

    public Span {
        if (first.compareTo(last) > 0) {
            throw SelectionErrors.backwards(first, last);
        }
    }

    public static Span any() {
        return ANY;
    }

    public boolean isAny() {
        return first.isWhole();
    }

    boolean isSingle() {
        return !isAny() && first.equals(last);
    }

    boolean contains(PartitionKey value) {
        return isAny() || first.compareTo(value) <= 0 && value.compareTo(last) <= 0;
    }

    Optional<Span> and(Span other) {
        if (isAny() || other.isAny()) {
            return Optional.of(isAny() ? other : this);
        }
        PartitionKey from = first.compareTo(other.first) < 0 ? other.first : first;
        PartitionKey to = last.compareTo(other.last) < 0 ? last : other.last;
        return from.compareTo(to) > 0 ? Optional.empty() : Optional.of(new Span(from, to));
    }

    @Override
    public String toString() {
        if (isAny()) {
            return "*";
        }
        return isSingle() ? first.toString() : first + ".." + last;
    }
}
