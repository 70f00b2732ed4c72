package dev.ingot.core.plan.file;

import java.util.Map;

/**
 * What a step was planned on, so that it can be told later whether that is still so.
 *
 * @param code the version of the asset's code
 * @param sources the versions of the landed files that the asset reads
 * @param upstream by input, a hash over what each of the step's slices would be made from
 * @param slices a hash over what the ledger held of the step's slices
 */
public record StepBasis(String code, Map<String, String> sources, Map<String, String> upstream, String slices) {
    public StepBasis {
        sources = Map.copyOf(sources);
        upstream = Map.copyOf(upstream);
    }
}
