package dev.ingot.spark;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.partition.PartitionKey;
import dev.ingot.core.partition.PartitionSet;
import dev.ingot.core.partition.Partitioning;
import dev.ingot.core.partition.TimeWindows;
import dev.ingot.core.partition.window.TimeWindow;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The periods of the slices that a step is about, by one dimension of their asset: what to ask of a service that answers from
 * one moment to another. Immutable.
 */
public final class SliceWindows {
    private final TimeWindows windows;
    private final int place;
    private final PartitionSet slices;

    private SliceWindows(TimeWindows windows, int place, PartitionSet slices) {
        this.windows = windows;
        this.place = place;
        this.slices = slices;
    }

    /** By the only dimension of time windows. */
    static SliceWindows of(AssetSpec spec, PartitionSet slices) {
        List<Partitioning> dimensions = spec.partitioning().dimensions();
        int[] places = IntStream.range(0, dimensions.size())
                .filter(place -> dimensions.get(place) instanceof TimeWindows)
                .toArray();
        if (places.length != 1) {
            throw SparkErrors.noWindows(spec, "it has " + places.length + " dimensions of time windows");
        }
        return new SliceWindows((TimeWindows) dimensions.get(places[0]), places[0], slices);
    }

    /** By the dimension of a column. */
    static SliceWindows of(AssetSpec spec, String column, PartitionSet slices) {
        int place = spec.partitioning().columns().indexOf(column);
        if (place >= 0 && spec.partitioning().dimensions().get(place) instanceof TimeWindows windows) {
            return new SliceWindows(windows, place, slices);
        }
        throw SparkErrors.noWindows(spec, "its column '" + column + "' is none of time windows");
    }

    /**
     * The period of a slice.
     *
     * @throws dev.ingot.core.error.IngotException if no window is called so
     */
    public TimeWindow of(PartitionKey slice) {
        return windows.window(PartitionKey.of(slice.values().get(place)));
    }

    /** The period of each slice, in the order of their keys. */
    public Map<PartitionKey, TimeWindow> bySlice() {
        Map<PartitionKey, TimeWindow> periods = new LinkedHashMap<>();
        slices.forEach(slice -> periods.put(slice, of(slice)));
        return periods;
    }

    /** From the first moment of any to the last; empty if a step only takes slices away. Between them may lie windows that are not wanted. */
    public Optional<TimeWindow> bounds() {
        Optional<Instant> end = slices.stream().map(slice -> of(slice).end()).max(Comparator.naturalOrder());
        return slices.stream()
                .map(slice -> of(slice).start())
                .min(Comparator.naturalOrder())
                .map(start -> new TimeWindow(start, end.orElseThrow()));
    }
}
