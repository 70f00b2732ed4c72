package dev.ingot.core.plan;

import dev.ingot.core.asset.Batching;
import dev.ingot.core.selection.PartitionFilter;
import dev.ingot.core.selection.Selection;
import java.util.Optional;

/**
 * What somebody wants to have up to date. Made by {@link #builder}.
 *
 * @param selection which assets; empty for all, whatever is stale among them
 * @param partitions which partitions of those that are partitioned
 * @param force what to run although it is fresh
 * @param only which of the chosen slices
 * @param allowMissing whether to plan what reads partitions that do not exist
 * @param batching how many slices a step takes where the asset does not say so itself
 */
public record PlanRequest(
        Optional<Selection> selection,
        PartitionFilter partitions,
        Force force,
        Only only,
        boolean allowMissing,
        Batching batching) {
    /** Everything that is stale. */
    public static PlanRequest everything() {
        return builder().build();
    }

    /** What is stale of a selection. */
    public static PlanRequest of(String selection) {
        return builder().selection(Selection.parse(selection)).build();
    }

    /** Begins with everything that is stale. */
    public static Builder builder() {
        return new Builder();
    }

    /** Collects what a request says; not thread-safe. */
    public static final class Builder {
        /** What one Spark job writes well on a laptop. */
        private static final long BATCH_BYTES = 512L << 20;

        private Optional<Selection> selection = Optional.empty();
        private PartitionFilter partitions = PartitionFilter.everything();
        private Force force = Force.NONE;
        private Only only = Only.STALE;
        private boolean allowMissing;
        private Batching batching = Batching.ofBytes(BATCH_BYTES);

        private Builder() {}

        /** Default: every asset. */
        public Builder selection(Selection which) {
            selection = Optional.of(which);
            return this;
        }

        /** Default: all partitions. */
        public Builder partitions(PartitionFilter which) {
            partitions = which;
            return this;
        }

        /** Default: {@link Force#NONE}. */
        public Builder force(Force what) {
            force = what;
            return this;
        }

        /** Default: {@link Only#STALE}. */
        public Builder only(Only which) {
            only = which;
            return this;
        }

        /** Default: false. */
        public Builder allowMissing(boolean allow) {
            allowMissing = allow;
            return this;
        }

        /** Default: 512 MB. */
        public Builder batching(Batching limits) {
            batching = limits;
            return this;
        }

        public PlanRequest build() {
            return new PlanRequest(selection, partitions, force, only, allowMissing, batching);
        }
    }
}
