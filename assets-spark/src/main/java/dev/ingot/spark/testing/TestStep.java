package dev.ingot.spark.testing;

import dev.ingot.core.error.IngotException;
import dev.ingot.spark.DeltaAsset;
import dev.ingot.spark.rows.Classification;
import dev.ingot.spark.rows.ExpectationReport;
import dev.ingot.spark.rows.SliceRows;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A step without its commit. */
final class TestStep {
    private TestStep() {}

    static TestOutcome run(DeltaAsset asset, TestInputs inputs) {
        Classification classification = new Classification(asset.spec());
        Dataset<Row> computed = SliceRows.inScope(asset.spec(), inputs.scope(), asset.compute(inputs));
        Dataset<Row> classified = classification.classify(computed).localCheckpoint(true);
        ExpectationReport report = ExpectationReport.count(asset.spec(), classified);
        Optional<IngotException> broken = report.broken();
        if (broken.isPresent()) {
            throw broken.get();
        }
        Dataset<Row> good = classification.good(classified);
        List<RejectedRow> rejected = classification.rejected(classified).collectAsList().stream()
                .map(row -> new RejectedRow(row.getString(0), row.getString(1), row.getString(2)))
                .toList();
        return new TestOutcome(good, good.collectAsList(), rejected, report.warnings(), asset.check(inputs, good));
    }
}
