package dev.ingot.core.staleness;

/**
 * Why a slice is to be materialized.
 *
 * @param kind the rule
 * @param detail which source or upstream asset, possibly empty
 */
public record Reason(ReasonKind kind, String detail) implements Comparable<Reason> {
    public static Reason of(ReasonKind kind) {
        return new Reason(kind, "");
    }

    @Override
    public int compareTo(Reason other) {
        int order = kind.compareTo(other.kind);
        return order != 0 ? order : detail.compareTo(other.detail);
    }

    @Override
    public String toString() {
        return detail.isEmpty() ? kind.text() : kind.text() + ": " + detail;
    }
}
