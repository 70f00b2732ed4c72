package dev.ingot.core.staleness;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.asset.Dependency;
import dev.ingot.core.ledger.LedgerSlices;
import dev.ingot.core.partition.KeySpace;
import dev.ingot.core.partition.PartitionSet;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.roaringbitmap.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/** Compares what the slices of one asset were made from with what they would be made from now, by the numbers of their keys. */
final class Comparison {
    private final Inputs inputs;
    private final LedgerSlices made;
    private final Alignment rows;
    private final KeySpace space;
    private final RoaringBitmap present = new RoaringBitmap();
    private final Map<Reason, PartitionSet> reasons = new TreeMap<>();

    /**
     * Begins a comparison.
     *
     * @param exist the slices that there are to be
     * @param made those that there are
     */
    Comparison(Inputs inputs, PartitionSet exist, LedgerSlices made, Alignments alignments) {
        this.inputs = inputs;
        this.made = made;
        this.space = exist.space();
        this.rows = alignments.of(space, made.keys().space());
        RoaringBitmap missing = new RoaringBitmap();
        exist.ordinals().forEach((IntConsumer) ordinal -> (rows.number(ordinal) < 0 ? missing : present).add(ordinal));
        add(Reason.of(ReasonKind.MISSING), missing);
    }

    Map<Reason, PartitionSet> reasons() {
        return reasons;
    }

    void code(String now) {
        add(
                Reason.of(ReasonKind.CODE_CHANGED),
                row -> !made.commit(row).codeVersion().equals(now));
    }

    void sources(AssetSpec spec) {
        for (String source : spec.sources()) {
            String now = inputs.source(source);
            int number = made.inputNumber(Inputs.LANDING + source);
            add(new Reason(ReasonKind.SOURCE_CHANGED, source), row -> !made.isMadeFrom(row, number, now));
        }
    }

    void upstream(AssetSpec spec) {
        for (Dependency input : spec.dependencies()) {
            String name = input.upstream().toString();
            int number = made.inputNumber(name);
            Inputs.Versions now = inputs.versions(spec, input, space);
            RoaringBitmap changed = new RoaringBitmap();
            present.forEach((IntConsumer) ordinal -> {
                if (!made.isMadeFrom(rows.number(ordinal), number, now.of(ordinal))) {
                    changed.add(ordinal);
                }
            });
            add(new Reason(ReasonKind.UPSTREAM_CHANGED, name), changed);
        }
    }

    /** What there is and is not to be: looked for key by key only where there is more than was found. */
    void removed(PartitionSet slices, PartitionSet exist) {
        if (slices.size() > present.getCardinality()) {
            reasons.put(Reason.of(ReasonKind.REMOVED), slices.minus(exist));
        }
    }

    private void add(Reason reason, IntPredicate changed) {
        RoaringBitmap ordinals = new RoaringBitmap();
        present.forEach((IntConsumer) ordinal -> {
            if (changed.test(rows.number(ordinal))) {
                ordinals.add(ordinal);
            }
        });
        add(reason, ordinals);
    }

    private void add(Reason reason, RoaringBitmap ordinals) {
        if (!ordinals.isEmpty()) {
            reasons.put(reason, PartitionSet.of(space, ordinals));
        }
    }
}
