package dev.ingot.spark;

import dev.ingot.core.asset.AssetKey;
import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.Diagnostic;
import dev.ingot.core.error.ErrorCode;
import dev.ingot.core.error.IngotException;
import dev.ingot.core.event.StepId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The failures of steps that compute with Spark. */
public final class SparkErrors {
    private SparkErrors() {}

    public static IngotException expectationFailed(AssetKey asset, String rule, long rows, List<String> samples) {
        return new IngotException(
                Diagnostic.of(ErrorCode.EXPECTATION_FAILED, rows + " rows of " + asset + " break the rule " + rule)
                        .because("such as " + String.join(" and ", samples))
                        .help("correct the source, or the rule; nothing was committed"));
    }

    /** A check of an asset blocks. */
    public static IngotException checkFailed(AssetKey asset, CheckResult check) {
        return new IngotException(
                Diagnostic.of(ErrorCode.CHECK_FAILED, asset + " does not pass its check " + check.name())
                        .because(check.detail())
                        .help("correct the source, or the asset; nothing was committed"));
    }

    /** The same failure, telling where the rows are that were not committed. */
    public static IngotException staged(IngotException failure, AssetKey asset, StepId step) {
        return new IngotException(
                failure.diagnostic().help("look at the rows: ingot show " + asset + " --staged " + step.run()));
    }

    /** What the code of an asset returned, which must not be null. */
    public static <T> T returned(@Nullable T value, AssetKey asset, String method) {
        if (value == null) {
            throw new IngotException(Diagnostic.of(ErrorCode.STEP_FAILED, "The code of " + asset + " returns nothing")
                    .because(method + " returned null")
                    .help("return an empty list, or a dataset without rows, where there is nothing"));
        }
        return value;
    }

    /** The columns that an asset returns cannot be those of a table. */
    public static IngotException notATable(AssetKey asset, List<String> problems) {
        return new IngotException(
                Diagnostic.of(ErrorCode.STEP_FAILED, "What the code of " + asset + " returns cannot be its table")
                        .because(String.join("; ", problems))
                        .help("correct the columns that its transformation selects; nothing was committed"));
    }

    /** Spark was there when a step began, and is not any more. */
    public static IngotException stopped(StepId step, String master, Throwable failure) {
        Diagnostic stopped = Diagnostic.of(ErrorCode.STEP_FAILED, "Spark was stopped while step " + step + " ran");
        String code =
                "the code of this asset, or of another one that ran at the same time, stopped or closed the session:"
                        + " it belongs to all";
        String help = "remove the call of stop() or close(), then run the command again: it continues";
        return new IngotException(
                master.startsWith("local")
                        ? stopped.because(code).help(help)
                        : stopped.because(code + "; or " + master + " gave up, since no worker could start an executor")
                                .help("read the logs of the cluster's master and workers")
                                .help(help),
                failure);
    }

    public static IngotException noSlice(AssetSpec spec, long rows, List<String> samples) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.EXPECTATION_FAILED, rows + " good rows of " + spec.key() + " belong to no slice")
                .because(spec.partitioning().columns() + " is null, such as in " + String.join(" and ", samples))
                .help("let an expectation reject them; nothing was committed"));
    }

    static IngotException noWindows(AssetSpec spec, String why) {
        return new IngotException(Diagnostic.of(
                        ErrorCode.INVALID_PARTITION,
                        spec.key() + " asks for its time windows, and nobody can tell which")
                .because(why + "; it is partitioned " + spec.partitioning())
                .help("partition it by hourly, daily, weekly, monthly, yearly or cron, or ask for windows(COLUMN)"));
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
