package dev.ingot.spark;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import java.util.List;

/** The failures of steps that compute with Spark. */
public final class SparkErrors {
    private SparkErrors() {}

    public static IngotException expectationFailed(AssetKey asset, String rule, long rows, List<String> samples) {
        return new IngotException(
                Diagnostic.of(ErrorCode.EXPECTATION_FAILED, rows + " rows of " + asset + " break the rule " + rule)
                        .because("such as " + String.join(" and ", samples))
                        .help("correct the source, or the rule; nothing was committed"));
    }

    public static IngotException noSlice(AssetSpec spec, long rows, List<String> samples) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.EXPECTATION_FAILED, rows + " good rows of " + spec.key() + " belong to no slice")
                .because(spec.partitioning().columns() + " is null, such as in " + String.join(" and ", samples))
                .help("let an expectation reject them; nothing was committed"));
    }

    public static IngotException notLanded(String source) {
        return new IngotException(Diagnostic.of(ErrorCode.NOTHING_LANDED, source + " has not landed")
                .help("load a data set with: ingot dataset load PATH"));
    }

    public static IngotException notConserved(AssetKey asset, long in, long good, long rejected) {
        return new IngotException(
                Diagnostic.of(ErrorCode.STEP_FAILED, "The rows of " + asset + " do not add up; nothing was committed")
                        .because(in + " came in, " + good + " are good, " + rejected + " rejected")
                        .help("see whether the transformation gives the same rows when it is computed twice"));
    }
}
