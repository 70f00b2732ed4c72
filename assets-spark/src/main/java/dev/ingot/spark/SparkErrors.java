package dev.ingot.spark;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.List;

/** The failures of steps that compute with Spark. */
final class SparkErrors {
    private SparkErrors() {}

    static IngotException expectationFailed(AssetKey asset, String rule, long rows, List<String> samples) {
        return new IngotException(
                Diagnostic.of(ErrorCode.EXPECTATION_FAILED, rows + " rows of " + asset + " break the rule " + rule)
                        .because("such as " + String.join(" and ", samples))
                        .help("correct the source, or the rule; nothing was committed"));
    }

    static IngotException noSlice(AssetSpec spec, long rows, List<String> samples) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.EXPECTATION_FAILED, rows + " good rows of " + spec.key() + " belong to no slice")
                .because(spec.partitioning().columns() + " is null, such as in " + String.join(" and ", samples))
                .help("let an expectation reject them; nothing was committed"));
    }
}
