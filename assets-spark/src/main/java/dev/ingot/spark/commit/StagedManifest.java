package dev.ingot.spark.commit;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.event.StepId;
import java.time.Instant;
import java.util.List;

/**
 * What a step has written and a check kept from being committed ({@code docs/spec/staged-files.md}). Kept by
 * {@link StagedManifests}.
 *
 * @param step the step
 * @param asset the asset whose table the files were written for
 * @param at the time that the materialization would have borne
 * @param checks those that did not pass
 * @param partitionColumns the columns that are in the files' places instead of the files
 * @param schema all columns, as JSON in Spark's form
 * @param files the files
 */
public record StagedManifest(
        StepId step,
        AssetKey asset,
        Instant at,
        List<CheckResult> checks,
        List<String> partitionColumns,
        String schema,
        List<StagedFile> files) {
    public StagedManifest {
        checks = List.copyOf(checks);
        partitionColumns = List.copyOf(partitionColumns);
        files = List.copyOf(files);
    }
}
