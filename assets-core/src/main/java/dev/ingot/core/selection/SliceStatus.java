package dev.ingot.core.selection;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.staleness.StaleSlices;
import dev.ingot.core.staleness.Staleness;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a slice stands, as {@code status:} asks for it. */
public enum SliceStatus {
    /** It exists by definition and was never made. */
    MISSING,
    /** It was made, and not of what it would be made of now. */
    STALE,
    /** Its last attempt failed, whether it was made before or not. */
    FAILED,
    /** It was made of what is there now. */
    FRESH;

    PartitionSet of(AssetKey asset, Staleness staleness) {
        StaleSlices stale = staleness.stale(asset);
        return switch (this) {
            case MISSING -> staleness.missing(asset);
            case STALE -> stale.partitions().minus(staleness.missing(asset));
            case FAILED -> staleness.failed(asset);
            case FRESH -> staleness.slices(asset).minus(stale.partitions());
        };
    }

    static Optional<SliceStatus> find(String text) {
        return Arrays.stream(values())
                .filter(status -> status.toString().equals(text))
                .findFirst();
    }

    static List<String> texts() {
        return Arrays.stream(values()).map(SliceStatus::toString).toList();
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
