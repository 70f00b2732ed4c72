package dev.ingot.spark.step;

import dev.ingot.core.check.CheckResult;
import dev.ingot.core.engine.executor.StepContext;
import dev.ingot.core.error.IngotException;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.SparkErrors;
import dev.ingot.spark.commit.SliceCommit;
import dev.ingot.spark.rows.ExpectationReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks at what a step has written before anybody else can: at its expectations first, then at the asset's own checks. */
final class Audit {
    private final StepContext context;
    private final PinnedInputs inputs;
    private final DeltaAsset asset;

    Audit(StepContext context, PinnedInputs inputs) {
        this.context = context;
        this.inputs = inputs;
        this.asset = (DeltaAsset) context.asset();
    }

    /**
     * How the checks came out.
     *
     * @throws IngotException with an exit code of blocked steps if one of them blocks: the rows are staged then
     */
    List<CheckResult> of(SliceCommit commit, ExpectationReport report) throws IOException {
        List<CheckResult> checks = new ArrayList<>(report.checks());
        Optional<IngotException> broken = report.broken();
        if (broken.isEmpty()) {
            checks.addAll(SparkErrors.returned(asset.check(inputs, commit.written()), asset.key(), "check"));
        }
        context.signals().checked(checks);
        Optional<CheckResult> blocking =
                checks.stream().filter(CheckResult::blocks).findFirst();
        if (blocking.isPresent()) {
            List<CheckResult> failed =
                    checks.stream().filter(check -> !check.passed()).toList();
            commit.stage(asset.key(), inputs.at(), failed);
            throw SparkErrors.staged(
                    broken.orElseGet(() -> SparkErrors.checkFailed(asset.key(), blocking.get())),
                    asset.key(),
                    context.step());
        }
        return checks;
    }
}
