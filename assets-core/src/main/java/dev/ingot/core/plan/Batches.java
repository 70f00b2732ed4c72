package dev.ingot.core.plan;

import dev.ingot.core.asset.Batching;
import dev.ingot.core.partition.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToLongFunction;
import org.roaringbitmap.RoaringBitmap;

/** Divides slices into batches of neighbours, as big as the limits allow; a slice that is bigger is a batch of its own. */
final class Batches {
    private final Batching limits;
    private final IntToLongFunction bytes;
    private final List<RoaringBitmap> full = new ArrayList<>();
    private RoaringBitmap open = new RoaringBitmap();
    private long size;

    private Batches(Batching limits, IntToLongFunction bytes) {
        this.limits = limits;
        this.bytes = bytes;
    }

    /**
     * Divides slices.
     *
     * @param bytes the expected size of a slice, by the number of its key in the set's space
     */
    static List<PartitionSet> of(PartitionSet slices, Batching limits, IntToLongFunction bytes) {
        if (slices.size() <= 1 || limits.equals(Batching.unlimited())) {
            return List.of(slices);
        }
        Batches batches = new Batches(limits, bytes);
        slices.ordinals().forEach((int ordinal) -> batches.add(ordinal));
        batches.full.add(batches.open);
        return batches.full.stream()
                .map(ordinals -> PartitionSet.of(slices.space(), ordinals))
                .toList();
    }

    private void add(int ordinal) {
        long more = bytes.applyAsLong(ordinal);
        boolean tooMany = limits.maxPartitions() > 0 && open.getCardinality() == limits.maxPartitions();
        boolean tooBig = limits.maxBytes() > 0 && size + more > limits.maxBytes();
        if (!open.isEmpty() && (tooMany || tooBig)) {
            full.add(open);
            open = new RoaringBitmap();
            size = 0;
        }
        open.add(ordinal);
        size += more;
    }
}
