package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.ReasonKind;
import dev.ingot.core.staleness.Staleness;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What has changed since a slice was made, as {@code changed:} asks for it. */
public enum Change {
    CODE,
    SOURCE,
    UPSTREAM,
    /** Any of these. */
    ANY;

    private boolean is(ReasonKind reason) {
        return switch (reason) {
            case CODE_CHANGED -> this == CODE || this == ANY;
            case SOURCE_CHANGED -> this == SOURCE || this == ANY;
            case UPSTREAM_CHANGED -> this == UPSTREAM || this == ANY;
            default -> false;
        };
    }

    PartitionSet of(AssetKey asset, Staleness staleness) {
        return staleness.stale(asset).byReason().entrySet().stream()
                .filter(stale -> is(stale.getKey().kind()))
                .map(Map.Entry::getValue)
                .reduce(PartitionSet.empty(), PartitionSet::union);
    }

    static Optional<Change> find(String text) {
        return Arrays.stream(values())
                .filter(change -> change.toString().equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(Change::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
