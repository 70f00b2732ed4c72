package dev.ingot.postgres.publish;

import dev.ingot.core.asset.AssetSpec;
import dev.ingot.core.check.CheckResult;
import dev.ingot.core.error.IngotException;
import dev.ingot.spark.rows.Classification;
import dev.ingot.spark.rows.ExpectationReport;
import dev.ingot.spark.rows.Observed;
import dev.ingot.spark.rows.SliceRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts, while rows are being staged, how they fare against the expectations of their asset. */
final class RowAudit {
    private static final String ROWS = "rows";

    private final AssetSpec spec;
    private final Classification classification;
    private final Dataset<Row> classified;

    RowAudit(AssetSpec spec, Dataset<Row> computed) {
        this.spec = spec;
        this.classification = new Classification(spec);
        this.classified = classification.classify(computed);
    }

    /** What to stage: the rejected rows too, for they keep all others from being published and somebody will look for them. */
    Dataset<Row> rows() {
        Column[] counters = ExpectationReport.counters(spec);
        Dataset<Row> counted = classified.observe(ROWS, counters[0], Arrays.copyOfRange(counters, 1, counters.length));
        Dataset<Row> rows = classification.withoutHelpers(counted);
        return spec.partitioning().isPartitioned()
                ? rows.filter(SliceRows.key(spec.partitioning()).isNotNull())
                : rows;
    }

    /** What came of it; a check that blocks comes with its failure. */
    record Findings(List<CheckResult> checks, Optional<IngotException> failure) {}

    /** @param staged the dataset whose execution has staged the rows */
    Findings findings(Dataset<Row> staged) {
        ExpectationReport report = new ExpectationReport(spec, classified, Observed.of(staged, ROWS));
        List<CheckResult> checks = new ArrayList<>(report.checks());
        Optional<IngotException> failure = report.broken();
        if (report.rejected() > 0) {
            checks.add(CheckResult.blocked("rejected", report.rejected() + " rows break a rule of its spec"));
            failure = failure.or(() -> Optional.of(LoadFailures.rejected(spec.key(), report.rejected())));
        }
        return new Findings(List.copyOf(checks), failure);
    }
}
